import {
  aboutPeople,
  dataMap,
  isPersonal,
  type Edge,
  type Entry,
  type Personal,
  type PersonalTable,
  type Subject,
  type Text,
} from '../../../data-map/index.ts';
import type { Service } from '../../platform/register.ts';
import { leftOut } from '../backup/left-out.ts';

/** Answers that follow from other answers: none is typed twice, so none can contradict another. */
const map = dataMap as Record<string, Entry>;

export type Protection = 'hashed' | 'sealed' | 'disk';

/** A credential is kept as a hash wherever its name says so; all else lies as it is on the disk, and sealed in backups. */
export function protectionOf(name: string, column: Personal): Protection {
  return column.protection ?? (column.category === 'credential' && /(^|_)hash$/.test(name) ? 'hashed' : 'disk');
}

/** Art. 9 data is asked for nowhere; in free text it may stand though nobody asked (N-29). */
export const isSpecial = (column: Personal): 'possible' | 'no' => (column.maybeSpecial ? 'possible' : 'no');

/** A row that is the own of two people by two paths is owned together. An address is another way to the same person. */
export function relationOf(entry: PersonalTable, edge: Edge): 'own' | 'access' | 'co-own' {
  const owners = entry.edges.filter((one) => one.edge === 'own' && !one.address && !one.when);
  return edge.edge === 'own' && owners.length > 1 && owners.includes(edge) ? 'co-own' : edge.edge;
}

/** What starts the retention and how long it lasts. */
export type Period = { from: Text; period: string };
const closing: Text = { sv: 'kontot avslutas', en: 'the account is closed' };

export function periodOf({ retention }: Pick<PersonalTable, 'retention'>): Period {
  if (retention.rule === 'due' || retention.rule === 'account-closing') return { from: retention.from, period: retention.period };
  if (retention.rule === 'with-account') return { from: closing, period: dataMap.account.retention.period };
  const of = map[retention.of];
  if (!of || !aboutPeople(of))
    throw new Error(`The map says that rows go with those of ${retention.of}, which holds nothing about people.`);
  return periodOf(of);
}

/** Whose hands the rows pass through: where they lie, and the mail server for whatever is written to an address. */
export function servicesOf(table: string, entry: PersonalTable): Service[] {
  const mailed =
    entry.purposes.includes('inform') || Object.values(entry.columns).some((one) => isPersonal(one) && one.category === 'contact');
  return ['database', ...(leftOut[table] ? [] : (['backups'] as const)), ...(mailed ? (['mail'] as const) : [])];
}

const bySource: Record<NonNullable<Personal['provided']>, Text> = {
  'by-person': { sv: 'du själv', en: 'you' },
  'by-customer': { sv: 'kunden', en: 'the customer' },
  observed: { sv: 'uppstår när du använder tjänsten', en: 'comes about as you use the service' },
  derived: { sv: 'räknas ut av tjänsten', en: 'worked out by the service' },
};

export const sourceOf = (column: Personal): Text => bySource[column.provided ?? 'observed'];

/** Whose data a table holds, by the way its rows lead to people. */
export function subjectsOf(entry: PersonalTable): Subject[] {
  if (entry.subjects) return entry.subjects;
  const categories = new Set(Object.values(entry.columns).flatMap((column) => (isPersonal(column) ? [column.category] : [])));
  if (entry.purposes.includes('run-service')) return ['staff'];
  if (categories.has('enrolment') || categories.has('history') || categories.has('result')) return ['students'];
  if (entry.role === 'processor' && categories.has('role')) return ['customer-staff', 'students'];
  if (entry.edges.some((edge) => edge.address) && !entry.edges.some((edge) => !edge.address)) return ['others', 'users'];
  return entry.role === 'processor' ? ['students'] : ['users'];
}

/** Columns that must say how they are protected: a credential that is neither hashed, sealed nor explained. */
export function unprotected(tables: Record<string, Entry> = map): string[] {
  return Object.entries(tables).flatMap(([table, entry]) =>
    Object.entries(entry.columns).flatMap(([name, column]) =>
      isPersonal(column) && column.category === 'credential' && /secret|password|hash$/.test(name) && protectionOf(name, column) === 'disk'
        ? [`${table}.${name} is a credential that lies as it is.`]
        : [],
    ),
  );
}
