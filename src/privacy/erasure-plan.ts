import { isPersonal, type Edge, type PersonalTable } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { childrenFirst, joinsToAccount, keyOf, personalTables, rowsOf, type Map, type People } from './paths.ts';

/** $1 the accounts, $2 their addresses, $3–$5 the pseudonyms: account, customer, pseudonym. */
export type ErasureStep = { table: string; does: 'deleted' | 'anonymised' | 'taken out' | 'kept'; sql: string };
export type ErasurePlan = {
  /** Finds which person needs a pseudonym with which customer. */
  pseudonymsNeeded: string;
  steps: ErasureStep[];
  /** Holds the rows that others hang on, so that nothing new is hung there meanwhile: a message in a thread, an answer in a course. */
  locks: string[];
  /** The stores and keys of the files whose rows go. */
  files: string;
};

export const people: People = { accounts: '$1::uuid[]', addresses: '$2::text[]' };
const pseudonyms = 'unnest($3::uuid[], $4::uuid[], $5::uuid[]) as m(account_id, customer_id, pseudonym_id)';

/** The same plan for one person and for a thousand: every statement works on a set. */
export function erasurePlan(map: Map, catalog: Catalog): ErasurePlan {
  const tables = Object.fromEntries(personalTables(map));
  const ordered = childrenFirst(Object.keys(tables), catalog);
  return {
    pseudonymsNeeded: pseudonymsNeeded(map, tables, catalog),
    files: filesOf(map, tables, catalog),
    locks: ordered.flatMap((table) => locksOf(map, catalog, table, tables[table]!)),
    steps: stepsInOrder(map, catalog).map(({ step }) => step),
  };
}

/** Kept when someone is erased at a customer: they tell of the request itself, and show that it was answered. */
const tellOfRequests = new Set(['customer_request', 'customer_request_look']);

/** The tables that a customer is the controller of, and that erasing someone at it covers. */
export function tablesAtCustomer(map: Map, catalog: Catalog): Set<string> {
  const theirs = personalTables(map).filter(([table, { role }]) => role === 'processor' && catalog.columns[table]?.includes('customer_id'));
  return new Set(theirs.map(([table]) => table).filter((table) => !tellOfRequests.has(table)));
}

export type StepAtCustomer = ErasureStep & { count: string };

/** The same steps over what one customer ($6) is the controller of, and nothing else; with how many rows each would touch. */
export function stepsAtCustomer(map: Map, catalog: Catalog): StepAtCustomer[] {
  const theirs = ' and t.customer_id = $6::uuid';
  const ofCustomers = tablesAtCustomer(map, catalog);
  return stepsInOrder(map, catalog)
    .filter(({ step }) => ofCustomers.has(step.table))
    .map(({ step, from }) => ({ ...step, sql: `${step.sql}${theirs}`, count: `select count(*) as rows ${from}${theirs}` }));
}

export type Found = { step: ErasureStep; from: string; edge: Edge; repointed: boolean };
/** How the steps say whose rows they are about, and the new ids that a table's rows and those that hang on them get, if they are known beforehand. */
export type Said = { people: People; newId?: (table: string, id: string) => string | undefined };

export function stepsInOrder(map: Map, catalog: Catalog, said: Said = { people }): Found[] {
  const tables = Object.fromEntries(personalTables(map));
  return childrenFirst(Object.keys(tables), catalog).flatMap((table) =>
    tables[table]!.edges.flatMap((edge) => {
      const step = stepOf(map, catalog, table, tables[table]!, edge, said);
      const from = `from ${table} t where ${rowsOf(map, catalog, table, edge, said.people)}`;
      return step ? [{ step, from, edge, repointed: step.sql.includes(' m.pseudonym_id') }] : [];
    }),
  );
}

/** In the order in which whoever writes locks as well: what is deepest first, the account last. */
function locksOf(map: Map, catalog: Catalog, table: string, entry: PersonalTable): string[] {
  const isHungOn = catalog.foreignKeys.some((key) => key.parent === table && key.table !== table);
  if (!isHungOn) return [];
  return entry.edges
    .filter(({ edge, onErasure }) => edge === 'own' && (onErasure === 'anonymise' || onErasure === 'keep'))
    .map((edge) => `select from ${table} t where ${rowsOf(map, catalog, table, edge, people)} for update`);
}

/** Asked before the rows go: afterwards nothing leads to the files. */
function filesOf(map: Map, tables: Record<string, PersonalTable>, catalog: Catalog): string {
  const parts = Object.entries(tables).flatMap(([table, { file, edges }]) =>
    file
      ? edges
          .filter(({ onErasure }) => onErasure === 'delete')
          .map(
            (edge) =>
              `select '${file.store}' as store, ${file.key} as key from ${table} t where ${rowsOf(map, catalog, table, edge, people)}`,
          )
      : [],
  );
  return parts.join(' union ');
}

function stepOf(map: Map, catalog: Catalog, table: string, entry: PersonalTable, edge: Edge, said: Said): ErasureStep | undefined {
  if (edge.onErasure === 'leave') return undefined;
  if (edge.onErasure === 'delete') {
    return { table, does: 'deleted', sql: `delete from ${table} t where ${rowsOf(map, catalog, table, edge, said.people)}` };
  }
  const own = edge.onErasure === 'anonymise' || edge.onErasure === 'keep';
  const repointed = isRepointed(catalog, table, entry, edge);
  const sets = [...(repointed ? [`${edge.by} = m.pseudonym_id`] : []), ...(own ? anonymised(table, entry, said) : withoutMentions(entry))];
  if (sets.length === 0) return undefined;
  const followed = [...sets, ...following(catalog, table, said)];
  const does = edge.onErasure === 'keep' ? 'kept' : own ? 'anonymised' : 'taken out';
  return { table, does, sql: update(map, catalog, table, edge, followed, repointed, said) };
}

/** Who hangs on a row that gets a new id gets it at once, where the foreign key waits for it: else the row would be changed a second time. */
function following(catalog: Catalog, table: string, { newId }: Said): string[] {
  return catalog.foreignKeys.flatMap((key) => {
    const column = key.columns.at(-1)!;
    const renewed = key.table === table && key.waits ? newId?.(key.parent, `t.${column}`) : undefined;
    return renewed ? [`${column} = coalesce(${renewed}, t.${column})`] : [];
  });
}

// What a person is called is looked up once, whatever the number of rows.
const called = `with called as materialized (select id, app.mentions_of(id) as mentions from unnest(${people.accounts}) id) `;

function update(map: Map, catalog: Catalog, table: string, edge: Edge, sets: string[], repointed: boolean, said: Said): string {
  const mentions = sets.some((set) => set.includes('person.mentions'));
  const joins = mentions ? joinsToAccount(map, catalog, table, edge, 'called') : { from: [], where: [] };
  const from = [...(repointed ? [pseudonyms] : []), ...joins.from];
  const where = [
    rowsOf(map, catalog, table, edge, said.people),
    ...joins.where,
    ...(repointed ? [`t.${edge.by} = m.account_id`, ...sameCustomer(map, catalog, table)] : []),
  ];
  return `${mentions ? called : ''}update ${table} t set ${sets.join(', ')}${from.length ? ` from ${from.join(', ')}` : ''} where ${where.join(' and ')}`;
}

/** What becomes of each personal column in a row that is kept, as nobody's or by a law. */
function anonymised(table: string, entry: PersonalTable, { newId }: Said): string[] {
  return Object.entries(entry.columns).flatMap(([column, answer]) => {
    if (!isPersonal(answer)) return [];
    const known = column === 'id' ? newId?.(table, 't.id') : undefined;
    if (answer.erase === 'renew') return [`${column} = ${known ? `coalesce(${known}, gen_random_uuid())` : 'gen_random_uuid()'}`];
    if (answer.erase === 'coarsen') return [`${column} = date_trunc('day', t.${column})`];
    return typeof answer.erase === 'object' ? [`${column} = ${answer.erase.blank}`] : [];
  });
}

/** Another's free text stays, without the name and address of whoever is gone. */
function withoutMentions(entry: PersonalTable): string[] {
  return Object.entries(entry.columns).flatMap(([column, answer]) =>
    isPersonal(answer) && answer.maybeSpecial ? [`${column} = app.without(t.${column}, person.mentions)`] : [],
  );
}

function isRepointed(catalog: Catalog, table: string, entry: PersonalTable, edge: Edge): boolean {
  const column = entry.columns[edge.by];
  if (edge.address || !column || !isPersonal(column) || column.erase !== 'repoint') return false;
  return keyOf(catalog, table, edge)?.parent === 'account';
}

function sameCustomer(map: Map, catalog: Catalog, table: string): string[] {
  const knows = whoKnows(map, catalog, table);
  return knows ? [`${knows} is not distinct from m.customer_id`] : ['m.customer_id is null'];
}

/**
 * What a customer is the controller of may be erased alone (N-43), and what we are the controller of at that customer then stays: the
 * two are not under one name. An id made of the customer's stands for us there.
 */
function whoKnows(map: Map, catalog: Catalog, table: string): string | undefined {
  if (!catalog.columns[table]?.includes('customer_id')) return undefined;
  return tablesAtCustomer(map, catalog).has(table) ? 't.customer_id' : "md5('operator ' || t.customer_id::text)::uuid";
}

/** One pseudonym a person and customer: what two customers know cannot be put together afterwards. */
function pseudonymsNeeded(map: Map, tables: Record<string, PersonalTable>, catalog: Catalog): string {
  const parts = Object.entries(tables).flatMap(([table, entry]) =>
    entry.edges
      .filter((edge) => edge.onErasure !== 'delete' && edge.onErasure !== 'leave' && isRepointed(catalog, table, entry, edge))
      .map((edge) => needing(map, catalog, table, edge)),
  );
  return parts.join(' union ');
}

/** Who needs a pseudonym with whom for the rows that an edge gives them. */
export function needing(map: Map, catalog: Catalog, table: string, edge: Edge, more = ''): string {
  const customer = whoKnows(map, catalog, table) ?? 'null::uuid';
  return `select t.${edge.by} as account_id, ${customer} as customer_id${more} from ${table} t where t.${edge.by} = any(${people.accounts})`;
}
