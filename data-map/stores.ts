/** Every place outside the tables where data may lie, and what erasure does there. `path` is its name in the data folder. */
export const stores = {
  outbox: {
    path: 'outbox',
    title: { sv: 'Mejl på disk när ingen mejlserver är inställd', en: 'Mail on disk when no mail server is set' },
    holds: "whole mails to one recipient each, named after the mail's row",
    onErasure: "deleted with the mail's row",
    retention: 'P30D',
  },
  mailbox: {
    title: { sv: 'Brevlådan för mejl till oss, om en är inställd', en: 'The mailbox for mail to us, if one is set' },
    holds: 'mails that people have sent us, until they are taken in and for thirty days after',
    onErasure: 'within thirty days, as every mail there',
    retention: 'P30D',
  },
  files: {
    path: 'files',
    title: { sv: 'Kursmaterial', en: 'Course media' },
    holds: 'course media, and uploads under way; certificates and exports are made when asked for and never stored',
    onErasure: "nothing of a person's is here",
    retention: 'as long as the course; an upload that is not finished goes after a day',
  },
  attachments: {
    path: 'attachments',
    title: { sv: 'Bifogade filer i korrespondensen och inlämnade filer', en: 'Files attached to the correspondence and files handed in' },
    holds:
      'files that students and administrators have sent each other or handed in as answers, each sealed with a key that only its row has',
    onErasure: "deleted with the file's row; a copy that someone took of the folder can no longer be opened",
    retention: 'as long as the row',
  },
  jobs: {
    title: { sv: 'Jobbkön', en: 'The job queue' },
    holds: 'ids only; done jobs are removed at once',
    onErasure: 'jobs that name a removed mail are removed with it',
    retention: 'P7D',
  },
  backups: {
    path: 'backups',
    title: { sv: 'Säkerhetskopior', en: 'Backups' },
    holds: "every table but sessions, links and queues; each person's rows sealed with a key of their own, the whole encrypted (age)",
    onErasure: "the person's key goes from the keyring, and no backup can be read about them from then on",
    retention: 'P35D',
  },
  keyring: {
    path: 'keyring',
    title: { sv: 'Nyckelringen till säkerhetskopiorna', en: 'The keyring of the backups' },
    holds: "one random key a person, sealed with the installation's secret, under the account's id or a keyed digest of an address",
    onErasure: "the person's line is removed before the erasure is done",
    retention: 'P35D',
  },
  log: {
    title: { sv: 'Driftloggen', en: 'The log' },
    holds: 'route patterns, times and codes from a closed list of fields; no address, name, id or IP',
    onErasure: "nothing of a person's is here",
    retention: "as the operator's log keeping",
  },
  postgresLog: {
    path: 'postgres.log',
    title: { sv: 'Databasens logg', en: "The database's log" },
    holds: 'server events without statements, parameters or row values',
    onErasure: "nothing of a person's is here",
    retention: 'P7D',
  },
  tables: {
    path: 'postgres',
    title: { sv: 'Databasen', en: 'The database' },
    holds: 'the tables of this map, and the job queue',
    onErasure: 'by the map; deleted rows leave the files with the next vacuum',
    retention: 'by the map',
  },
  browser: {
    title: { sv: 'Din egen webbläsare', en: 'Your own browser' },
    holds: 'answers and messages that are written but not yet sent, under a name that tells nothing',
    onErasure: 'out of our reach; gone when sent, or after a week',
    retention: 'P7D',
  },
  keys: {
    path: ['secret', 'postgres-password', 'kursiv.pid', 'backup-identity'],
    title: { sv: 'Nycklar och låsfil', en: 'Keys and lock file' },
    holds: 'random secrets of the installation and a process number',
    onErasure: "nothing of a person's is here",
    retention: 'as long as the installation',
  },
} as const;
