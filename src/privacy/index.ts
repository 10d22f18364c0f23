export { recordLook, type Look } from './access-log.ts';
export { consentsTo, recordChoice, type Choice } from './ledger.ts';
export { categoriesSeenBy, columnsSeenBy } from './who-sees.ts';
