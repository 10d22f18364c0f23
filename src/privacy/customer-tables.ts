import { aboutPeople, isPersonal, type Entry } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { childrenFirst, type Map } from './paths.ts';

/** Tables with a customer's rows that are not the customer's, and why. Tables of which we are the controller are left out too. */
export const notTheCustomers: Record<string, string> = {
  customer_note: "the operator's own words about the organisation",
  customer_export: 'tells of the exports themselves',
  contact_look: 'ours, for whoever is reached as a contact of the customer',
  customer_contact: 'ours, for the record of what is done for the customer; a file of its own beside the tables tells it',
  seller: 'who sells, as the vouchers say',
  seat_count: "for the operator's list: what is counted is in the agreement's own rows",
  seat_change: "for the operator's list: that it must count anew",
};

/** What the operator must keep of an agreement when the customer's data has gone (bookkeeping, proof of the contract). */
export const keptAfterEnd: Record<string, string> = {
  agreement: 'what was agreed, for the bookkeeping',
  agreement_line: 'what was agreed, for the bookkeeping',
  seller: 'who has sold, for the bookkeeping',
};

/**
 * Every table whose rows go when a customer is erased, children first: its own, those that tell of it, and what hangs on them (who
 * has been told of a course that is no more).
 */
export function customersErasedTables(map: Map, catalog: Catalog): string[] {
  const own = customerTables(map, catalog).map(({ table }) => table);
  const going = new Set([...own, ...Object.keys(notTheCustomers)].filter((table) => !(table in keptAfterEnd)));
  // What is added while a set is walked is walked as well.
  for (const table of going) {
    const hanging = catalog.foreignKeys.filter(({ parent, columns }) => parent === table && columns.includes('customer_id'));
    hanging.filter((key) => !(key.table in keptAfterEnd)).forEach((key) => going.add(key.table));
  }
  return childrenFirst([...going], catalog);
}

export type CustomerTable = { table: string; columns: string[]; key: string[] };

/** Every table with rows that a customer owns or is the controller of: read from the map and the live schema, never listed by hand. */
export function customerTables(map: Map, catalog: Catalog): CustomerTable[] {
  const owned = Object.keys(map).filter((table) => isOwned(table, map[table]!, catalog));
  return childrenFirst(owned, catalog)
    .toReversed()
    .map((table) => ({ table, columns: shownColumns(map[table]!, catalog.columns[table]!), key: catalog.primaryKeys[table] ?? [] }));
}

function isOwned(table: string, entry: Entry, catalog: Catalog): boolean {
  if (!catalog.columns[table]?.includes('customer_id') || table in notTheCustomers) return false;
  return !aboutPeople(entry) || entry.role === 'processor';
}

/** Secrets stay: a hash of a key opens nothing, and is nothing to read. */
function shownColumns(entry: Entry, columns: string[]): string[] {
  return columns.filter((name) => {
    const column = entry.columns[name];
    return name !== 'customer_id' && column !== undefined && !(isPersonal(column) && column.category === 'credential');
  });
}
