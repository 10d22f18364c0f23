import type { Text } from './entry.ts';
import type { Category, Purpose, Role, Viewer } from './vocabulary.ts';

/** What a store answers that holds something of people's: the same questions as a table does. */
export type StoreAnswers = {
  categories: [Category, ...Category[]];
  special: 'possible' | 'no';
  purposes: [Purpose, ...Purpose[]];
  role: Role | 'both';
  /** How what lies there leads to a person. */
  path: string;
  edge: 'own' | 'access' | 'co-own';
  onExport: Text;
  /** What starts the retention; the period is the store's own. */
  from: Text;
  seenBy: Viewer[];
  /** A supplier that finds people there by their address is told the address when someone is erased; others, a number (Art. 19). */
  supplierKnows?: 'address';
  encrypted: 'whole' | 'per-person' | 'disk' | 'no';
  source: Text;
};

export type Store = {
  /** Its name in the data folder. */
  path?: string | readonly string[];
  title: Text;
  /** Which service of the operator's register this is, and so where it lies and who provides it. */
  service?: 'database' | 'files' | 'backups' | 'keyring' | 'log' | 'mail' | 'paper';
  holds: Text | string;
  onErasure: Text | string;
  retention: string;
  /** Left out where nothing of a person's is there. */
  answers?: StoreAnswers;
};

const nothing = { sv: 'inget om någon person finns här', en: "nothing of a person's is here" };
const ofTables = { sv: 'som i tabellerna', en: 'as in the tables' };
const byMap = { sv: 'som datakartan säger', en: 'by the map' };

const everything: Category[] = [
  'identity',
  'contact',
  'account',
  'credential',
  'device',
  'preference',
  'role',
  'enrolment',
  'history',
  'result',
];
const held: StoreAnswers['categories'] = ['choice', 'look', 'mail', 'correspondence', ...everything];

/** Every place outside the tables where data may lie, and what erasure does there. */
export const stores = {
  outbox: {
    path: 'outbox',
    title: { sv: 'Mejl på disk när ingen mejlserver är inställd', en: 'Mail on disk when no mail server is set' },
    service: 'files',
    holds: {
      sv: 'hela mejl till en mottagare var, med mejlradens nummer som namn',
      en: "whole mails to one recipient each, named after the mail's row",
    },
    onErasure: { sv: 'tas bort med mejlets rad', en: "deleted with the mail's row" },
    retention: 'P30D',
    answers: {
      categories: ['mail', 'contact', 'identity'],
      special: 'no',
      purposes: ['inform'],
      role: 'controller',
      path: 'mail.id, the name of the file',
      edge: 'own',
      onExport: {
        sv: 'mejlets rad visas, filen är ett utskick av samma uppgifter',
        en: "the mail's row is shown; the file is made of the same data",
      },
      from: { sv: 'utskicket', en: 'the sending' },
      seenBy: [],
      encrypted: 'disk',
      source: ofTables,
    },
  },
  mailbox: {
    title: { sv: 'Brevlådan för mejl till oss, om en är inställd', en: 'The mailbox for mail to us, if one is set' },
    service: 'mail',
    holds: {
      sv: 'mejl som människor har skickat till oss, tills de är hämtade och i trettio dagar efter det',
      en: 'mails that people have sent us, until they are taken in and for thirty days after',
    },
    onErasure: { sv: 'inom trettio dagar, som alla mejl där', en: 'within thirty days, as every mail there' },
    retention: 'P30D',
    answers: {
      categories: ['mail', 'contact', 'identity', 'correspondence'],
      special: 'possible',
      purposes: ['inform', 'correspond'],
      role: 'both',
      path: "the sender's address",
      edge: 'own',
      onExport: {
        sv: 'det som skickades visas i ärendet eller korrespondensen',
        en: 'what was sent is shown in the case or the correspondence',
      },
      from: { sv: 'att mejlet kom', en: 'the arrival of the mail' },
      seenBy: [],
      supplierKnows: 'address',
      encrypted: 'disk',
      source: { sv: 'du själv', en: 'you' },
    },
  },
  files: {
    path: 'files',
    title: { sv: 'Kursmaterial', en: 'Course media' },
    service: 'files',
    holds: {
      sv: 'bara kursmaterial och pågående uppladdningar; intyg och utdrag görs när någon ber om dem och sparas aldrig',
      en: 'course media only, and uploads under way; certificates and exports are made when asked for and never stored',
    },
    onErasure: nothing,
    retention: 'as long as the course; an upload that is not finished goes after a day',
  },
  attachments: {
    path: 'attachments',
    title: { sv: 'Bifogade filer i korrespondensen och inlämnade filer', en: 'Files attached to the correspondence and files handed in' },
    service: 'files',
    holds: {
      sv: 'filer som studenter och administratörer har skickat till varandra eller lämnat in som svar, var och en låst med en nyckel som bara dess rad har',
      en: 'files that students and administrators have sent each other or handed in as answers, each sealed with a key that only its row has',
    },
    onErasure: {
      sv: 'tas bort med filens rad; en kopia av mappen går inte längre att öppna',
      en: "deleted with the file's row; a copy that someone took of the folder can no longer be opened",
    },
    retention: 'by the map',
    answers: {
      categories: ['correspondence', 'result'],
      special: 'possible',
      purposes: ['correspond', 'assess-learning'],
      role: 'processor',
      path: 'attachment.id and handed_file.id, the names of the files',
      edge: 'own',
      onExport: { sv: 'filens namn, slag och storlek', en: "the file's name, kind and size" },
      from: byMap,
      seenBy: ['administrators'],
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
  jobs: {
    title: { sv: 'Jobbkön', en: 'The job queue' },
    service: 'database',
    holds: { sv: 'bara nummer på rader; utförda jobb tas bort genast', en: 'ids only; done jobs are removed at once' },
    onErasure: { sv: 'jobb för ett borttaget mejl tas bort med det', en: 'jobs that name a removed mail are removed with it' },
    retention: 'P7D',
    answers: {
      categories: ['mail'],
      special: 'no',
      purposes: ['inform'],
      role: 'controller',
      path: 'the id of a mail',
      edge: 'own',
      onExport: {
        sv: 'inte: bara ett nummer som saknar betydelse utanför systemet',
        en: 'not: only an id without meaning outside the system',
      },
      from: { sv: 'att jobbet lades i kön', en: 'the queuing of the job' },
      seenBy: [],
      encrypted: 'disk',
      source: ofTables,
    },
  },
  backups: {
    path: 'backups',
    title: { sv: 'Säkerhetskopior', en: 'Backups' },
    service: 'backups',
    holds: {
      sv: 'alla tabeller utom inloggningar, länkar och köer; varje persons rader är låsta med en egen nyckel, och helheten är krypterad',
      en: "every table but sessions, links and queues; each person's rows sealed with a key of their own, the whole encrypted (age)",
    },
    onErasure: {
      sv: 'personens nyckel tas bort ur nyckelringen, och från den stunden kan ingen kopia läsas om personen',
      en: "the person's key goes from the keyring, and no backup can be read about them from then on",
    },
    retention: 'P35D',
    answers: {
      categories: held,
      special: 'possible',
      purposes: ['accountability'],
      role: 'both',
      path: 'the same foreign keys as the tables',
      edge: 'co-own',
      onExport: { sv: 'inte: kopior av det som utdraget redan visar', en: 'not: copies of what the export shows already' },
      from: { sv: 'kopian skrevs', en: 'the backup was written' },
      seenBy: [],
      encrypted: 'per-person',
      source: ofTables,
    },
  },
  keyring: {
    path: 'keyring',
    title: { sv: 'Nyckelringen till säkerhetskopiorna', en: 'The keyring of the backups' },
    service: 'keyring',
    holds: {
      sv: 'en slumpad nyckel per person, låst med installationens hemlighet',
      en: "one random key a person, sealed with the installation's secret, under the account's id or a keyed digest of an address",
    },
    onErasure: { sv: 'personens rad tas bort innan raderingen är klar', en: "the person's line is removed before the erasure is done" },
    retention: 'P35D',
    answers: {
      categories: ['account'],
      special: 'no',
      purposes: ['erase-completely'],
      role: 'controller',
      path: "account.id, the line's name",
      edge: 'own',
      onExport: { sv: 'inte: en nyckel säger inget om personen', en: 'not: a key says nothing of the person' },
      from: { sv: 'att ingen kopia längre behöver nyckeln', en: 'no backup needing the key any longer' },
      seenBy: [],
      encrypted: 'whole',
      source: { sv: 'slumpas av systemet', en: 'made at random by the system' },
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
  tables: {
    path: 'postgres',
    title: { sv: 'Databasen', en: 'The database' },
    service: 'database',
    holds: { sv: 'datakartans tabeller och jobbkön', en: 'the tables of this map, and the job queue' },
    onErasure: {
      sv: 'som datakartan säger; raderade rader lämnar filerna när databasen städar nästa gång',
      en: 'by the map; deleted rows leave the files with the next vacuum',
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
  browser: {
    title: { sv: 'Din egen webbläsare', en: 'Your own browser' },
    holds: {
      sv: 'svar och meddelanden som är skrivna men inte skickade, under ett namn som inte säger något',
      en: 'answers and messages that are written but not yet sent, under a name that tells nothing',
    },
    onErasure: {
      sv: 'utom räckhåll för oss; borta när det är skickat, eller efter en vecka',
      en: 'out of our reach; gone when sent, or after a week',
    },
    retention: 'P7D',
    answers: {
      categories: ['correspondence', 'result'],
      special: 'possible',
      purposes: ['deliver-course', 'correspond'],
      role: 'processor',
      path: "the person's own computer",
      edge: 'own',
      onExport: { sv: 'inte: det har aldrig lämnat din dator', en: 'not: it has never left your computer' },
      from: { sv: 'att det skrevs', en: 'the writing' },
      seenBy: [],
      encrypted: 'no',
      source: { sv: 'du själv', en: 'you' },
    },
  },
  paper: {
    title: { sv: 'Papper och lösa diskar', en: 'Paper and loose disks' },
    service: 'paper',
    holds: {
      sv: 'inget som systemet skriver ut åt oss; nyckelblad som en kund skriver ut är kundens',
      en: 'nothing that the system prints for us; key sheets that a customer prints are the customer’s',
    },
    onErasure: {
      sv: 'den som driver tjänsten går igenom sitt eget pappersregister',
      en: 'whoever runs the service goes through its own register of paper',
    },
    retention: 'P30D',
    answers: {
      categories: ['identity', 'contact'],
      special: 'no',
      purposes: ['open-course'],
      role: 'processor',
      path: 'by hand',
      edge: 'own',
      onExport: { sv: 'för hand, om något finns', en: 'by hand, should there be any' },
      from: { sv: 'utskriften', en: 'the printing' },
      seenBy: ['customer-administrators'],
      encrypted: 'no',
      source: { sv: 'kunden', en: 'the customer' },
    },
  },
  register: {
    path: 'register.json',
    title: { sv: 'Registret över platser och leverantörer', en: 'The register of places and suppliers' },
    holds: { sv: 'företag, länder och avtal, som visas öppet', en: 'companies, countries and agreements, shown openly' },
    onErasure: nothing,
    retention: 'as long as the installation',
  },
  keys: {
    path: ['secret', 'postgres-password', 'kursiv.pid', 'backup-identity'],
    title: { sv: 'Nycklar och låsfil', en: 'Keys and lock file' },
    holds: {
      sv: 'installationens slumpade hemligheter och ett processnummer',
      en: 'random secrets of the installation and a process number',
    },
    onErasure: nothing,
    retention: 'as long as the installation',
  },
} as const satisfies Record<string, Store>;
