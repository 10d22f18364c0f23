import { aboutPeople, type Edge, type Entry, type PersonalTable } from '../../data-map/index.ts';
import type { Catalog, ForeignKey } from './catalog.ts';

export type Map = Record<string, Entry>;
/** SQL with two parameters: $accounts (uuid[]) and $addresses (text[]), written by `people`. */
export type People = {
  accounts: string;
  addresses: string;
  /** The keys of a table's own rows where they have been found already, as what stands after `from`: named t, with these columns. */
  found?: (table: string, columns: string[]) => string | undefined;
};

export class MapFault extends Error {
  override name = 'MapFault';
}

export function personalTables(map: Map): [string, PersonalTable][] {
  return Object.entries(map).filter((entry): entry is [string, PersonalTable] => aboutPeople(entry[1]));
}

/**
 * The foreign key an edge walks along: the one its column is the last part of (in a customer's
 * tables every key begins with customer_id). undefined at the root: the account itself.
 */
export function keyOf(catalog: Catalog, table: string, edge: Edge): ForeignKey | undefined {
  if (table === 'account' && edge.by === 'id') return undefined;
  const key = catalog.foreignKeys.find((one) => one.table === table && one.columns.at(-1) === edge.by);
  if (!key) throw new MapFault(`The map says that ${table}.${edge.by} leads to a person, but it has no foreign key.`);
  return key;
}

/** The edge by which a parent's rows are a person's own, or the one that is named; the path goes on through it, or ends in an address. */
export function ownEdge(map: Map, table: string, by?: string): Edge {
  const entry = map[table];
  const edge = entry && aboutPeople(entry) ? ownEdgeOf(entry.edges.filter((one) => !by || one.by === by)) : undefined;
  if (!edge) throw new MapFault(`A path leads to ${table}, whose rows the map gives to nobody.`);
  return edge;
}

const ownEdgeOf = (edges: Edge[]): Edge | undefined =>
  edges.find((one) => one.edge === 'own' && !one.address) ?? edges.find((one) => one.edge === 'own');

/** Which rows of `table` (aliased t) an edge gives to these people. */
export function rowsOf(map: Map, catalog: Catalog, table: string, edge: Edge, people: People): string {
  return [edgeRows(map, catalog, table, edge, people), edge.when && `(${edge.when})`].filter(Boolean).join(' and ');
}

function edgeRows(map: Map, catalog: Catalog, table: string, edge: Edge, people: People): string {
  if (edge.address) return `t.${edge.by} = any(${people.addresses})`;
  if (edge.through) {
    const { table: inner, column, by } = edge.through;
    return `t.${edge.by} in (select t.${column} from ${inner} t where ${rowsOf(map, catalog, inner, ownEdge(map, inner, by), people)})`;
  }
  const key = keyOf(catalog, table, edge);
  if (!key || key.parent === 'account') return `t.${edge.by} = any(${people.accounts})`;
  const inner =
    people.found?.(key.parent, key.parentColumns) ??
    `${key.parent} t where ${rowsOf(map, catalog, key.parent, ownEdge(map, key.parent), people)}`;
  return `(${list('t', key.columns)}) in (select ${list('t', key.parentColumns)} from ${inner})`;
}

/** The joins from `table` (aliased t) up to its person, for statements that need what `people` says of them. */
export function joinsToAccount(map: Map, catalog: Catalog, table: string, edge: Edge, people: string): { from: string[]; where: string[] } {
  const from: string[] = [];
  const where: string[] = [];
  let alias = 't';
  for (let [name, step] = [table, edge]; ; [name, step] = [from.at(-1)!.split(' ')[0]!, ownEdge(map, from.at(-1)!.split(' ')[0]!)]) {
    const key = keyOf(catalog, name, step)!;
    const next = key.parent === 'account' ? 'person' : `p${from.length + 1}`;
    from.push(next === 'person' ? `${people} person` : `${key.parent} ${next}`);
    key.columns.forEach((column, index) => where.push(`${alias}.${column} = ${next}.${key.parentColumns[index]}`));
    if (step.when) where.push(`(${step.when})`);
    if (next === 'person') return { from, where };
    alias = next;
  }
}

/** Children before parents, so that a path still stands while its table is worked on. */
export function childrenFirst(tables: string[], catalog: Catalog): string[] {
  const order: string[] = [];
  const visiting = new Set<string>();
  const visit = (table: string) => {
    if (order.includes(table) || visiting.has(table)) return;
    visiting.add(table);
    catalog.foreignKeys.filter((key) => key.parent === table && tables.includes(key.table)).forEach((key) => visit(key.table));
    order.push(table);
  };
  tables.forEach(visit);
  return order;
}

const list = (alias: string, columns: string[]) => columns.map((column) => `${alias}.${column}`).join(', ');
