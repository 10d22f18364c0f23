import { holderAtCustomer, holderOfAddress, shardOf, type Holder, type KeyringHouse } from './keyring.ts';
import { labelOf, renewed, sealFor } from './seal.ts';
import type { TablePlan } from './table-plan.ts';

/** A row as PostgreSQL gives it to the backup: see TablePlan. */
export type ReadRow = {
  row: string;
  customer: string | null;
  roles: (string | null)[];
  people: string[];
  versions: (string | null)[];
};

/** What stands of a row when some of its people are forgotten; null when nothing does. */
export type Version = ({ row: string } | { sealed: string }) & { pseudonyms?: string[] };

/**
 * One line of a backup. `of` says whose keys open `sealed`: the keyring's shard and a label. `without`
 * has what stands when some of them are forgotten: its place is the sum of 1 for the first, 2 for the
 * second and so on, less one. What is `held` needs the customer's key besides; of a `pair`, the people's
 * keys are those that they have at this customer. `pseudonyms` are of those who were being erased while it was written. A row is a
 * string of JSON, exactly as PostgreSQL wrote it.
 */
export type RowLine = { table: string; pseudonyms?: string[] } & ({ row: string } | SealedRow);
type SealedRow = {
  customer: string;
  held?: 'customer' | 'pair';
  /** Tells the key of this customer from one that it was given after it had been erased. */
  under?: string;
  of: [shard: string, label: string][];
  sealed: string;
  without: (Version | null)[];
};

/** What is particular to one backup: `salt` stands in its head, `renewing` is thrown away afterwards. */
export type Making = {
  house: KeyringHouse;
  salt: string;
  renewing: Buffer;
  keyOf(holder: Holder): Buffer | undefined;
  keyOfCustomer(id: string): Buffer | undefined;
  /** What has been worked out of a key, for as long as the key is at hand: each is met in many rows. */
  labels: WeakMap<Buffer, Map<string, string>>;
  /** Labels of those who are being erased meanwhile and have no key. */
  strangers: Map<string, string>;
};

/** Whose key a person has in this row: their own, or the one they have at its customer. */
export function holderOf(house: KeyringHouse, plan: TablePlan, { customer }: Pick<ReadRow, 'customer'>, person: string): Holder {
  const own = person.startsWith('@') ? holderOfAddress(house, person.slice(1)) : person;
  return plan.held === 'pair' && customer ? holderAtCustomer(own, customer) : own;
}

/** The line of a row, or undefined when it goes with someone, or with a customer, who is being erased meanwhile. */
export function lineOf(making: Making, plan: TablePlan, read: ReadRow): RowLine | undefined {
  const { table } = plan;
  const customer = read.customer ?? '';
  const held = customer ? plan.held : undefined;
  const customerKey = held && making.keyOfCustomer(customer);
  if (held && !customerKey) return undefined;
  if (read.people.length === 0 && !customerKey) return { table, row: read.row };
  const people = read.people.map((person) => personOf(making, holderOf(making.house, plan, read, person), person, customer));
  const gone = people.reduce((mask, { key }, index) => (key ? mask : mask | (1 << index)), 0);
  const left = people.filter(({ key }) => key);
  const versionFor = (mask: number) => versionOf(making, plan, read, { people, mask, customerKey });
  const whole = versionFor(gone);
  if (!whole) return undefined;
  if (!('sealed' in whole)) return { table, ...whole };
  // Every set of those who have a key may be forgotten later: numbered among themselves.
  const places = people.flatMap(({ key }, index) => (key ? [index] : []));
  const without = Array.from({ length: (1 << left.length) - 1 }, (_, number) =>
    versionFor(places.reduce((mask, place, index) => ((number + 1) & (1 << index) ? mask | (1 << place) : mask), gone)),
  );
  const of = left.map(({ shard, label }): [string, string] => [shard, label]);
  const under = customerKey && labelFor(making, customerKey, '').slice(0, underDigits);
  return { table, customer, ...(held && under ? { held, under } : {}), of, ...whole, without };
}

const underDigits = 8;
export const underOf = (customerKey: Buffer, salt: string): string => labelOf(customerKey, salt, '').slice(0, underDigits);

type RowPerson = { person: string; key: Buffer | undefined; shard: string; label: string };

function personOf(making: Making, holder: Holder, person: string, customer: string): RowPerson {
  const key = making.keyOf(holder);
  return {
    person,
    key,
    shard: shardOf(holder),
    label: key ? labelFor(making, key, customer) : strangersLabel(making, holder, customer),
  };
}

function labelFor({ labels, salt }: Making, key: Buffer, customer: string): string {
  const known = labels.get(key) ?? new Map<string, string>();
  labels.set(key, known);
  const label = known.get(customer) ?? labelOf(key, salt, customer);
  known.set(customer, label);
  return label;
}

function strangersLabel({ strangers, renewing, salt }: Making, holder: Holder, customer: string): string {
  const name = `${holder} ${customer}`;
  const label = strangers.get(name) ?? labelOf(renewing, `${salt} ${holder}`, customer);
  strangers.set(name, label);
  return label;
}

type Forgetting = { people: RowPerson[]; mask: number; customerKey: Buffer | undefined };

/** The row as it stands when those in `mask` are forgotten, sealed for the others. */
function versionOf(making: Making, plan: TablePlan, read: ReadRow, { people, mask, customerKey }: Forgetting): Version | null {
  const text = mask === 0 ? read.row : read.versions[mask - 1];
  if (text === null || text === undefined) return null;
  const gone = new Map(people.flatMap((one, index) => (mask & (1 << index) ? [[one.person, one]] : [])));
  const { row, pseudonyms } = mask === 0 ? { row: text, pseudonyms: [] } : replaced(making, plan, read, gone, text);
  const theirs = people.flatMap((one) => (gone.has(one.person) || !one.key ? [] : [one.key]));
  const keys = customerKey ? [customerKey, ...theirs] : theirs;
  const held = keys.length > 0 ? { sealed: sealFor(keys, plan.table, row) } : { row };
  return pseudonyms.length > 0 ? { ...held, pseudonyms } : held;
}

/** Puts pseudonyms and new ids where the forgotten stood. */
function replaced(
  making: Making,
  plan: TablePlan,
  { roles }: ReadRow,
  gone: Map<string, RowPerson>,
  text: string,
): { row: string; pseudonyms: string[] } {
  const row = JSON.parse(text) as Record<string, string | null>;
  const forgotten = (numbers: number[]) => numbers.map((number) => gone.get(roles[number - 1] ?? '')).find(Boolean);
  const pseudonyms: string[] = [];
  for (const { column, roles: own } of plan.repointed) {
    const person = forgotten(own);
    if (person) pseudonyms.push((row[column] = person.label));
  }
  for (const { column, roles: own } of plan.renewed) {
    if (forgotten(own) && row[column]) row[column] = renewed(making.renewing, `${plan.table}.${column}`, row[column]);
  }
  for (const { column, roles: own, parent } of plan.followed) {
    if (forgotten(own) && row[column]) row[column] = renewed(making.renewing, parent, row[column]);
  }
  return { row: JSON.stringify(row), pseudonyms };
}
