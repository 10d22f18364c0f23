import type { DB } from '../db/types.ts';
import type { Category, Purpose, Role, Subject, Viewer } from './vocabulary.ts';

export type Text = { sv: string; en: string };

/** A column that says nothing about a person, and why. */
export type Impersonal = { personal: false; because: string };

/** What erasure does with the value when the row is kept without its person. */
export type OnErasure =
  | 'keep' //                    says nothing about the person once the row is nobody's
  | 'renew' //                   a new random id; foreign keys follow
  | 'repoint' //                 the pseudonym's id
  | 'coarsen' //                 a time becomes its day
  | { blank: string }; //        a fixed SQL expression

/** What can be corrected about an address. */
export type Corrected = 'given name' | 'family name' | 'name' | 'organisation' | 'address';

export type Personal = {
  category: Category;
  /** The person may correct it themselves (Art. 16). */
  rectify?: true;
  /** The officer has it corrected, by this name, for someone who is known by address alone (Art. 16). */
  correctedAs?: Corrected;
  seenBy?: Viewer[];
  /** Free text: Art. 9 data may be in it though nobody asked for it (N-29). */
  maybeSpecial?: true;
  provided?: 'by-person' | 'observed' | 'derived' | 'by-customer';
  /** How the value itself is protected in its row, where its name does not tell (`…_hash`). Backups and disks are sealed as well. */
  protection?: 'hashed' | 'sealed';
  export: 'as-is' | 'redacted' | { never: string };
  erase: OnErasure;
};

export type Column = Impersonal | Personal;

/**
 * How rows lead to a person.
 * `own`: the row is theirs; erasure deletes it, or keeps it as nobody's.
 * `access`: the row is another's but concerns them; erasure takes them out of it, or leaves it when
 * the row says nothing of them without the row that leads here.
 * `by` is a column whose foreign key ends in `account`, possibly through other mapped tables, or
 * (`address`) holds the e-mail address of someone who may have no account.
 */
export type Edge<Name extends string = string> = {
  edge: 'own' | 'access';
  by: Name;
  address?: true;
  /**
   * At an edge by address: the column that says by which request the row is set aside (Art. 18), or why no row is. `but` is SQL, as
   * PostgreSQL writes it, over the rows that are the reader's own all the same.
   */
  setAside?: { by: Name; but?: string } | { never: string };
  /** The path runs backwards: rows named by `by` that this table's column points at; `by` there is which of its own edges gives them. */
  through?: { table: string; column: string; by?: string };
  /** SQL over the row: the edge holds only where it is true. */
  when?: string;
  /** `keep`: a law keeps the row with its person until it is due; what the law does not need goes, by each column's answer. */
  onErasure: 'delete' | 'anonymise' | 'take-out' | 'leave' | 'keep';
  /** With `keep`: which law (Art. 17(3)). */
  keptBy?: Text;
  /** Why rows that lead here are kept from this person's extract, though erasing the person touches them. */
  notExported?: string;
};

/**
 * What starts the retention and how long (ISO 8601). `with-account` ends by erasing the account, `with-row` with the row it
 * hangs on. `also` is the other period of a table that holds two kinds of rows; both are written into the due column.
 */
export type Retention<Name extends string = string> =
  | { rule: 'with-account' }
  | {
      rule: 'due';
      column: Name;
      period: string;
      from: Text;
      /** Counted from the end of the calendar year, as the bookkeeping law does. */
      fromYearEnd?: true;
      also?: { period: string; about: Text };
      end: 'delete' | 'anonymise';
    }
  | { rule: 'with-row'; of: string }
  | { rule: 'account-closing'; column: Name; period: string; from: Text };

export type PersonalTable<Name extends string = string> = {
  title: Text;
  /** Why the rows are held and read. PostgreSQL refuses a read for any other purpose (db/rules.sql, N-28). */
  purposes: [Purpose, ...Purpose[]];
  /** Rows that say who may do what are asked under every purpose of the closed list, and why. */
  decidesAccess?: string;
  role: Role;
  retention: Retention<Name>;
  /** Where the data comes from when it is not the person (Art. 14(2)(f)). */
  source?: Text;
  /** Whose data it is, where the path to the person does not tell. */
  subjects?: [Subject, ...Subject[]];
  edges: [Edge<Name>, ...Edge<Name>[]];
  /** Each row has a file outside the database, sealed with the row's `content_key`: SQL over the row (t) gives its key there. */
  file?: { store: 'attachments' | 'exports'; key: string; /** Why an extract has no copy of it. */ notExported?: string };
  columns: Record<Name, Column>;
};

export type ImpersonalTable<Name extends string = string> = {
  noPerson: string;
  /** Each row has a file outside the database: SQL over the row (t) gives its key there, and the digest of its content. */
  file?: { store: 'files'; key: string; version: string };
  columns: Record<Name, Impersonal>;
  retention?: Retention<Name>;
};

export type Entry<Name extends string = string> = PersonalTable<Name> | ImpersonalTable<Name>;

type Columns<Table extends keyof DB> = Extract<keyof DB[Table], string>;

/** A room's part of the map: an unclassified table or column does not compile. */
export type RoomMap<Tables extends keyof DB> = { [Table in Tables]: Entry<Columns<Table>> };
export type WholeMap = { [Table in keyof DB]: Entry<Columns<Table>> };

/** By which request to restrict the row stands aside (Art. 18): set while that lasts. */
export const aside: Personal = {
  category: 'choice',
  provided: 'observed',
  export: { never: 'an internal id; the request itself is told' },
  erase: { blank: 'null' },
};

export const thing = (because: string): Impersonal => ({ personal: false, because });

/** The scope column: a customer is an organisation. */
export const whichCustomer = thing('an organisation');

export function isPersonal(column: Column): column is Personal {
  return !('personal' in column);
}
export function aboutPeople(entry: Entry): entry is PersonalTable {
  return !('noPerson' in entry);
}
