import { isPersonal, type PersonalTable } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { personalTables, rowsOf, type Map } from './paths.ts';

/** $1 the account, $2 its addresses, $3 rows a page, $4 the key after which the page begins (or null). */
/** A page's rows have `file` where the map says that a file belongs to them: its key there and the key that opens it. */
/** `customers` asks which customers hold any of it, and `pageAtCustomer` is a page of what one of them ($5) holds; only where the rows are customers'. */
export type ExportPart = {
  table: string;
  entry: PersonalTable;
  count: string;
  page: string;
  customers?: string;
  pageAtCustomer?: string;
};
export type ExportPlan = ExportPart[];

const people = { accounts: '$1::uuid[]', addresses: '$2::text[]' };

/** The other reading of the plan: what erasure would touch is what the person gets to see. */
export function exportPlan(map: Map, catalog: Catalog): ExportPlan {
  return personalTables(map).map(([table, entry]) => {
    const edges = entry.edges.filter(({ notExported }) => !notExported).map((edge) => rowsOf(map, catalog, table, edge, people));
    const key = catalog.primaryKeys[table] ?? [];
    const keys = key.map((column) => `t.${column}`).join(', ');
    const after = key.length > 0 ? ` and ($4::jsonb is null or (${keys}) > (${keyGiven(table, key)}))` : '';
    const inOrder = `${key.length > 0 ? ` order by ${keys}` : ''} limit $3`;
    const pageOf = (more: string) =>
      `select jsonb_build_array(${keys}) as key, jsonb_build_object(${exportedColumns(table, entry, catalog)}) as row${fileOf(entry)}
        from ${table} t
        where ${pageRows(edges, keys, table, `${more}${after}`, inOrder)}${inOrder}`;
    const where = anyOf(edges, keys, table);
    const isOfCustomers = catalog.columns[table]?.includes('customer_id') ?? false;
    return {
      table,
      entry,
      count: `select count(*) as rows from ${table} t where ${where}`,
      page: pageOf(''),
      ...(isOfCustomers
        ? {
            customers: `select t.customer_id from ${table} t where (${where}) and t.customer_id is not null`,
            pageAtCustomer: pageOf(' and t.customer_id = $5::uuid'),
          }
        : {}),
    };
  });
}

/** The key after which a page begins, in the types of its columns: compared as such, not as text in a document. */
function keyGiven(table: string, key: string[]): string {
  const given = key.map((column, place) => `'${column}', $4::jsonb -> ${place}`).join(', ');
  const columns = key.map((column) => `g.${column}`).join(', ');
  return `select ${columns} from jsonb_populate_record(null::public.${table}, jsonb_build_object(${given})) g`;
}

/**
 * Each edge is followed by its own index and the keys are put together: an `or` between them is a scan of all that everyone has.
 */
const anyOf = (edges: string[], key: string, table: string): string =>
  edges.length === 1
    ? `(${edges[0]})`
    : `(${key}) in (${edges.map((edge) => `select ${key} from ${table} t where ${edge}`).join(' union ')})`;

/** Of each edge no more than a page is needed, so no more than that is put in order and looked up. */
const pageRows = (edges: string[], key: string, table: string, more: string, inOrder: string): string =>
  edges.length === 1
    ? `(${edges[0]})${more}`
    : `(${key}) in (${edges.map((edge) => `(select ${key} from ${table} t where (${edge})${more}${inOrder})`).join(' union ')})`;

const fileOf = ({ file }: PersonalTable): string =>
  file && !file.notExported ? `, jsonb_build_object('key', ${file.key}, 'contentKey', encode(t.content_key, 'hex')) as file` : '';

/** Others in the row are told as "someone else", never by name or id (Art. 15(4)). */
function exportedColumns(table: string, entry: PersonalTable, catalog: Catalog): string {
  return Object.entries(entry.columns)
    .flatMap(([column, answer]) => {
      if (!isPersonal(answer) || typeof answer.export === 'object') return [];
      if (answer.export === 'as-is') return [`'${column}', ${inWords(table, column, catalog)}`];
      return [`'${column}', case when t.${column} = any(${people.accounts}) then 'you' else 'someone else' end`];
    })
    .join(', ');
}

const nameColumns = ['title', 'title_sv', 'prompt', 'name'] as const;

/** A code is explained: where a column points at a course, a page or a question, the extract says which. */
function inWords(table: string, column: string, catalog: Catalog): string {
  const key = catalog.foreignKeys.find((one) => one.table === table && one.columns.at(-1) === column);
  const name = key && nameColumns.find((candidate) => catalog.columns[key.parent]?.includes(candidate));
  if (!key || !name) return `t.${column}`;
  const on = key.columns.map((own, index) => `named.${key.parentColumns[index]} = t.${own}`).join(' and ');
  // A name in two languages is given in both, and read in the reader's.
  const inBoth = name === 'title_sv' && catalog.columns[key.parent]?.includes('title_en');
  const said = inBoth ? `jsonb_build_object('sv', named.title_sv, 'en', named.title_en)` : `named.${name}`;
  return `(select ${said} from ${key.parent} named where ${on})`;
}
