import { byMap, held, nothing, ofTables, type Store } from './store.ts';

/** The database and what is written of what the service does. */
export const storesOfDatabase = {
  tables: {
    path: 'postgres',
    title: { sv: 'Databasen', en: 'The database' },
    service: 'database',
    holds: { sv: 'datakartans tabeller och jobbkön', en: 'the tables of this map, and the job queue' },
    onErasure: {
      sv: 'som datakartan säger; varje natt skrivs de tabeller om som något har raderats ur, så att raderade rader lämnar filerna',
      en: 'by the map; every night the tables that something was erased from are written anew, so that erased rows leave the files',
    },
    retention: 'by the map',
    answers: {
      categories: held,
      special: 'possible',
      purposes: ['deliver-course', 'identify-user'],
      role: 'both',
      path: 'the foreign keys of each table',
      edge: 'co-own',
      onExport: ofTables,
      from: byMap,
      seenBy: [],
      encrypted: 'disk',
      source: byMap,
    },
  },
  search: {
    title: { sv: 'Sökregister', en: 'Search indexes' },
    service: 'database',
    holds: {
      sv: 'index inuti tabellerna, inget eget register',
      en: 'indexes inside the tables; there is no search store of its own',
    },
    onErasure: { sv: 'följer med raden', en: 'goes with the row' },
    retention: 'by the map',
    answers: {
      categories: ['identity', 'contact'],
      special: 'no',
      purposes: ['administer-customer'],
      role: 'processor',
      path: 'the row that is indexed',
      edge: 'own',
      onExport: ofTables,
      from: byMap,
      seenBy: [],
      encrypted: 'disk',
      source: ofTables,
    },
  },
  anchors: {
    path: 'look-log-anchors',
    title: { sv: 'Vad loggen över tittande slutade i, dag för dag', en: 'What the look-log ended in, day by day' },
    holds: 'a number, a time and a digest a day',
    onErasure: "nothing of a person's is here",
    retention: 'as long as the installation',
  },
  log: {
    title: { sv: 'Driftloggen', en: 'The log' },
    service: 'log',
    holds: {
      sv: 'sidornas mönster, tider och koder ur en fast lista; inga adresser, namn, nummer eller IP-adresser',
      en: 'route patterns, times and codes from a closed list of fields; no address, name, id or IP',
    },
    onErasure: nothing,
    retention: "as the operator's log keeping",
  },
  postgresLog: {
    path: 'postgres.log',
    title: { sv: 'Databasens logg', en: "The database's log" },
    service: 'log',
    holds: { sv: 'händelser i servern utan frågor och värden', en: 'server events without statements, parameters or row values' },
    onErasure: nothing,
    retention: 'P7D',
  },
} as const satisfies Record<string, Store>;
