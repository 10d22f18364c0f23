import { aboutPeople, isPersonal, type Edge, type PersonalTable } from '../../../data-map/index.ts';
import type { Catalog } from '../catalog.ts';
import { childrenFirst, MapFault, type Map } from '../paths.ts';
import { customersErasedTables } from '../customer-tables.ts';
import { tablesAtCustomer } from '../erasure-plan.ts';
import { leftOut, namesMeanwhile } from './left-out.ts';
import { rolesOfRow, type RolesOfRow } from './roles-of-row.ts';

/** A column that changes when whoever plays one of these roles (numbers from 1) in the row is forgotten. */
type Changed = { column: string; roles: number[] };

/**
 * How one table is read for a backup. Each row comes whole, with the people it is about, and once
 * more for every set of them that may be forgotten: as erasure would leave it, or null when it would go.
 */
export type TablePlan = {
  table: string;
  select: string;
  /**
   * `customer`: the rows go with their customer, and are sealed with its key too; what a law keeps of the erased, with the house's. `pair`: they go besides when their person is
   * erased at that customer alone, and have the key of the two.
   */
  held: 'customer' | 'pair' | undefined;
  repointed: Changed[];
  renewed: Changed[];
  /** Points at an id that is renewed with its own row. */
  followed: (Changed & { parent: string })[];
};

/** The tables of a backup in the order in which they can be restored: parents before children. */
export function tablePlans(map: Map, catalog: Catalog): TablePlan[] {
  const tables = childrenFirst(
    Object.keys(map).filter((table) => !leftOut[table]),
    catalog,
  ).toReversed();
  refuseCycles(tables, catalog);
  const pairs = tablesAtCustomer(map, catalog);
  const customers = new Set(customersErasedTables(map, catalog));
  const heldBy = (table: string) => (pairs.has(table) ? 'pair' : customers.has(table) ? 'customer' : undefined);
  refuseStrayRows(tables, catalog, heldBy);
  return tables.map((table) => planOf(map, catalog, table, heldBy));
}

function refuseCycles(tables: string[], catalog: Catalog): void {
  for (const { table, parent } of catalog.foreignKeys) {
    if (leftOut[table]) continue;
    if (leftOut[parent]) throw new MapFault(`${table} points at ${parent}, which no backup holds.`);
    if (table !== parent && tables.indexOf(parent) > tables.indexOf(table)) {
      throw new MapFault(`${table} and ${parent} point at each other: a backup could not be restored.`);
    }
  }
}

type HeldBy = (table: string) => TablePlan['held'];

/** What hangs on a row goes no later than it: otherwise a backup could not be restored after a customer was erased. */
function refuseStrayRows(tables: string[], catalog: Catalog, heldBy: HeldBy): void {
  for (const { table, parent } of catalog.foreignKeys) {
    if (!tables.includes(table) || !heldBy(parent) || heldBy(table)) continue;
    throw new MapFault(`${table} points at ${parent}, which goes with its customer.`);
  }
}

/** No customer has this id, and nobody forgets its key: what stays of the erased needs the keyring too. */
const ofHouse = "'00000000-0000-0000-0000-000000000000'::text";

function planOf(map: Map, catalog: Catalog, table: string, heldBy: HeldBy): TablePlan {
  const entry = map[table]!;
  const roles = rolesOfRow(map, catalog, table);
  const isKept = aboutPeople(entry) && entry.edges.some(({ onErasure }) => onErasure === 'keep');
  const ofCustomer = catalog.columns[table]?.includes('customer_id') ? 't.customer_id::text' : 'null::text';
  const customer = isKept ? ofHouse : ofCustomer;
  const plan = { table, held: isKept ? ('customer' as const) : heldBy(table), repointed: [], renewed: [], followed: [] };
  const meanwhile = namesMeanwhile[table];
  if (meanwhile) {
    const role = roles.add(`t.${meanwhile}::text`);
    return { ...plan, select: select(table, customer, roles, [], [{ column: meanwhile, sql: 'null', roles: [role] }]) };
  }
  if (!aboutPeople(entry)) return { ...plan, select: select(table, customer, roles, [], []) };
  return planOfPeople(map, catalog, table, entry, roles, plan, heldBy, customer);
}

function planOfPeople(
  map: Map,
  catalog: Catalog,
  table: string,
  entry: PersonalTable,
  roles: RolesOfRow,
  plan: Omit<TablePlan, 'select'>,
  heldBy: HeldBy,
  customer: string,
): TablePlan {
  const of = (does: Edge['onErasure']) =>
    entry.edges.filter((edge) => edge.onErasure === does).map((edge) => ({ edge, role: roles.of(edge) }));
  const deleted = of('delete');
  // What a law keeps is kept as erasure leaves it, person and all.
  const kept = [...of('anonymise'), ...of('keep')];
  const takenOut = of('take-out');
  const owners = kept.map(({ role }) => role);
  const renewed = owners.length > 0 ? answered(entry, 'renew').map((column) => ({ column, roles: owners })) : [];
  const repointed = [...kept, ...takenOut]
    .filter(({ edge }) => answered(entry, 'repoint').includes(edge.by))
    .map(({ edge, role }) => ({ column: edge.by, roles: [role] }));
  const followed = catalog.foreignKeys
    .filter((key) => key.table === table && isRenewed(map, key.parent, key.parentColumns.at(-1)!))
    .map(({ columns, parent, parentColumns }) => {
      if ((heldBy(parent) === 'pair') !== (plan.held === 'pair')) throw new MapFault(`${table} and ${parent} are not forgotten together.`);
      const column = columns.at(-1)!;
      const role = roles.of({ edge: 'own', by: column, onErasure: 'anonymise' });
      return { column, parent: `${parent}.${parentColumns.at(-1)!}`, roles: [role] };
    });
  const changes = [
    ...blanks(entry, owners),
    ...mentions(
      entry,
      owners,
      takenOut.map(({ role }) => role),
    ),
  ];
  const gone = deleted.map(({ role }) => role);
  return { ...plan, repointed, renewed, followed, select: select(table, customer, roles, gone, changes) };
}

function answered(entry: PersonalTable, erase: string): string[] {
  return Object.entries(entry.columns).flatMap(([column, answer]) => (isPersonal(answer) && answer.erase === erase ? [column] : []));
}

function isRenewed(map: Map, table: string, column: string): boolean {
  const entry = map[table];
  if (!entry || !aboutPeople(entry)) return false;
  return entry.edges.some((edge) => edge.onErasure === 'anonymise') && answered(entry, 'renew').includes(column);
}

type Change = { column: string; sql: string; roles: number[] };

/** What erasure makes of the columns of a row that is kept as nobody's. */
function blanks(entry: PersonalTable, owners: number[]): Change[] {
  if (owners.length === 0) return [];
  return Object.entries(entry.columns).flatMap(([column, answer]) => {
    if (!isPersonal(answer)) return [];
    if (answer.erase === 'coarsen') return [{ column, sql: `date_trunc('day', t.${column})`, roles: owners }];
    return typeof answer.erase === 'object' ? [{ column, sql: answer.erase.blank, roles: owners }] : [];
  });
}

/** Another's free text stays, without whoever is forgotten; several may be, so each is taken out in turn. */
function mentions(entry: PersonalTable, owners: number[], takenOut: number[]): Change[] {
  if (takenOut.length === 0) return [];
  return Object.entries(entry.columns).flatMap(([column, answer]) => {
    if (!isPersonal(answer) || !answer.maybeSpecial) return [];
    const without = takenOut.reduce(
      (text, role) => `case when ${isGone([role])} then app.without_mentions_of(${text}, t._roles[${role}]::uuid) else ${text} end`,
      `t.${column}`,
    );
    // A row that is kept as nobody's is blanked as a whole: the owner's answer comes first.
    const blank = typeof answer.erase === 'object' && owners.length > 0 ? answer.erase.blank : undefined;
    const sql = blank ? `case when ${isGone(owners)} then ${blank} else ${without} end` : without;
    return [{ column, sql, roles: [...owners, ...takenOut] }];
  });
}

const isGone = (roles: number[]) => roles.map((role) => `(t._roles[${role}] = any(_g._gone)) is true`).join(' or ') || 'false';

function select(table: string, customer: string, roles: RolesOfRow, deleted: number[], changes: Change[]): string {
  const { people } = roles;
  if (people.length === 0)
    return `select to_jsonb(t)::text as row, '{}'::text[] as roles, '{}'::text[] as people, '{}'::text[] as versions, ${customer} as customer from ${table} t`;
  const changed = Object.entries(Object.groupBy(changes, ({ column }) => column)).map(([column, those]) => {
    const last = those!.at(-1)!;
    return `'${column}', case when ${isGone(last.roles)} then ${last.sql} else t.${column} end`;
  });
  const row = `to_jsonb(t) - '{${roles.helping().join(',')}}'::text[]`;
  // The people first, in order; what stands without them is made as the cursor comes to each row.
  return `select (${row})::text as row, ${customer} as customer, t._roles as roles, t._people as people, array(
      select case when ${isGone(deleted)} then null else (${row} || jsonb_build_object(${changed.join(', ')}))::text end
      from generate_series(1, (1 << cardinality(t._people)) - 1) _m(_mask),
        lateral (select array(select t._people[_i] from generate_subscripts(t._people, 1) _i where _mask & (1 << (_i - 1)) <> 0) as _gone) _g
      order by _mask) as versions
    from (select *, array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) as _people
      from (select t.*, array[${people.join(', ')}]::text[] as _roles from ${roles.from()} offset 0) t
      order by array(select distinct _p from unnest(_roles) _p where _p is not null order by _p) nulls first) t`;
}
