import { aboutPeople, type Entry } from '../../../../data-map/index.ts';
import type { Map } from '../../paths.ts';

/** A table whose rows have files, as the map says. */
export type FileTable = { table: string; store: 'attachments' | 'files'; page: string };
/** A row's file: its key in the store, and what changes when its content does (nothing, where it never changes). */
export type FileRow = { key: string; customer: string; version: string };

const rowsAtATime = 500;

/** Whose key seals the files that are no customer's but the operator's own, as those of cases: nobody has this id. */
const operatorsOwn = '00000000-0000-0000-0000-000000000000';

/** $1 and $2 the row after which the page begins, or null: what the file lies under, most often its customer, and the row's id. */
export function fileTables(map: Map): FileTable[] {
  return Object.entries(map).flatMap(([table, entry]) => {
    const file = fileOf(entry);
    if (!file) return [];
    const folder = /^t\.(\w+) \|\| '\/' \|\| t\.id$/.exec(file.key)?.[1];
    if (!folder) throw new Error(`The key of the files of ${table} is not a column and the row's id.`);
    const customer = folder === 'customer_id' ? 't.customer_id' : `'${operatorsOwn}'::uuid`;
    const page = `select ${file.key} as key, ${customer} as customer, ${file.version} as version from ${table} t
      where $1::uuid is null or (t.${folder}, t.id) > ($1::uuid, $2::uuid) order by t.${folder}, t.id limit ${rowsAtATime}`;
    return [{ table, store: file.store, page }];
  });
}

function fileOf(entry: Entry): { store: FileTable['store']; key: string; version: string } | undefined {
  if (!aboutPeople(entry)) return entry.file;
  const { file } = entry;
  // An export is a copy of what is in the backup already.
  return file?.store === 'attachments' ? { store: file.store, key: file.key, version: "''" } : undefined;
}

/** Every row that has a file, a page at a time. */
export async function* rowsWithFiles(
  table: FileTable,
  ask: (sql: string, values: unknown[]) => Promise<FileRow[]>,
): AsyncGenerator<FileRow[]> {
  for (let after: (string | null)[] = [null, null]; ;) {
    const rows = await ask(table.page, after);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtATime) return;
    after = rows.at(-1)!.key.split('/');
  }
}
