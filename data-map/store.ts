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

export const nothing = { sv: 'inget om någon person finns här', en: "nothing of a person's is here" };
export const ofTables = { sv: 'som i tabellerna', en: 'as in the tables' };
export const byMap = { sv: 'som datakartan säger', en: 'by the map' };

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
/** All that the tables hold. */
export const held: StoreAnswers['categories'] = ['choice', 'look', 'mail', 'correspondence', ...everything];
