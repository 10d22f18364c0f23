import { byMap, held, nothing, ofTables, type Store } from './store.ts';

/** Files of courses and of people. */
export const storesOfFiles = {
  files: {
    path: 'files',
    title: { sv: 'Kursmaterial', en: 'Course media' },
    service: 'files',
    holds: {
      sv: 'bara kursmaterial, långa filmer i flera storlekar, och pågående uppladdningar; intyg och utdrag görs när någon ber om dem och sparas aldrig',
      en: 'course media only, long films in several sizes, and uploads under way; certificates and exports are made when asked for and never stored',
    },
    onErasure: nothing,
    retention: 'as long as the course; an upload that is not finished goes after a day',
  },
  attachments: {
    path: 'attachments',
    title: {
      sv: 'Bifogade filer i korrespondens och ärenden, och inlämnade filer',
      en: 'Files of the correspondence and of cases, and files handed in',
    },
    service: 'files',
    holds: {
      sv: 'filer som studenter och administratörer har skickat till varandra eller lämnat in som svar, och filer i ärenden hos oss, var och en låst med en nyckel som bara dess rad har',
      en: 'files that students and administrators have sent each other or handed in as answers, and files of cases with us, each sealed with a key that only its row has',
    },
    onErasure: {
      sv: 'tas bort med filens rad; en kopia av mappen går inte längre att öppna',
      en: "deleted with the file's row; a copy that someone took of the folder can no longer be opened",
    },
    retention: 'by the map',
    answers: {
      categories: ['correspondence', 'result'],
      special: 'possible',
      purposes: ['correspond', 'assess-learning', 'answer-enquiry', 'answer-data-subject'],
      role: 'both',
      path: 'attachment.id, handed_file.id, enquiry_file.id and inbound_file.id, the names of the files',
      edge: 'own',
      onExport: { sv: 'filens namn, slag och storlek', en: "the file's name, kind and size" },
      from: byMap,
      seenBy: ['administrators', 'desk'],
      encrypted: 'whole',
      source: { sv: 'den som skickade filen', en: 'whoever sent the file' },
    },
  },
  exports: {
    path: 'exports',
    title: { sv: 'Utdrag som filer', en: 'Exports as files' },
    service: 'files',
    holds: {
      sv: 'filer med allt som en kund äger, gjorda när kundens administratör ber om det, och med en persons egna uppgifter, låsta med en nyckel som bara filens rad har',
      en: "files with all that a customer owns, made when its administrator asks for it, and with a person's own data, sealed with a key that only the file's row has",
    },
    onErasure: {
      sv: 'personens egna filer tas bort, och varje utdrag hos en kund som personen hör till; det kan göras om utan personen',
      en: "the person's own files are removed, and every export of a customer that they belong to; it can be made again without them",
    },
    retention: 'P7D',
    answers: {
      categories: held,
      special: 'possible',
      purposes: ['administer-customer'],
      role: 'processor',
      path: "the customer's tables, by customer_id",
      edge: 'co-own',
      onExport: { sv: 'inte: kopior av det som utdraget redan visar', en: 'not: copies of what the export shows already' },
      from: { sv: 'att filen gjordes', en: 'the making of the file' },
      seenBy: ['customer-administrators'],
      encrypted: 'disk',
      source: ofTables,
    },
  },
} as const satisfies Record<string, Store>;
