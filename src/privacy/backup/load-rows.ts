import pg from 'pg';
import { keysForReading } from './key-cache.ts';
import { chooseVersion } from './choose-version.ts';
import type { KeyringHouse } from './keyring.ts';
import { BackupRefused } from './backup-refused.ts';
import type { OpenedBackup } from './read-backup.ts';

const rowsAtATime = 200;

export type Loaded = { rows: number; forgottenRows: number };

/** Writes the rows of an opened backup into an empty schema, in the caller's transaction, and counts them. */
export async function loadRows(client: pg.Client, house: KeyringHouse, backup: OpenedBackup): Promise<Loaded> {
  const columns = new Map(backup.head.tables.map((table) => [table.name, table.columns.map((name) => pg.escapeIdentifier(name))]));
  for (const table of columns.keys()) await client.query(`alter table ${pg.escapeIdentifier(table)} disable trigger user`);
  const keys = keysForReading(house, backup.head.salt);
  const read = new Map<string, number>();
  const kept = new Map<string, number>();
  const pseudonyms = new Set<string>();
  let [forgottenRows, openedRows] = [0, 0];
  let table = '';
  let waiting: string[] = [];
  const write = async () => {
    if (pseudonyms.size > 0) kept.set('account', (kept.get('account') ?? 0) + (await addPseudonyms(client, [...pseudonyms])));
    pseudonyms.clear();
    if (waiting.length > 0) await insert(client, table, columns.get(table)!, waiting);
    waiting = [];
  };
  for await (const line of backup.rows) {
    if ('file' in line) continue; // files are found by their rows
    if (!columns.has(line.table)) throw new BackupRefused(`The backup has rows of ${line.table}, which its head does not name.`);
    if (line.table !== table || waiting.length >= rowsAtATime) await write();
    table = line.table;
    count(read, table);
    const chosen = await chooseVersion(line, keys);
    if (chosen.forgotten > 0) forgottenRows++;
    else if ('sealed' in line) openedRows++;
    if (chosen.row === undefined) continue;
    chosen.pseudonyms.forEach((id) => pseudonyms.add(id));
    waiting.push(chosen.row);
    count(kept, table);
  }
  await write();
  for (const name of columns.keys()) await client.query(`alter table ${pg.escapeIdentifier(name)} enable trigger user`);
  checkRead(read, backup.tail().counts);
  // A keyring that was left behind looks like everyone having been erased.
  if (forgottenRows > 0 && openedRows === 0)
    throw new BackupRefused('The keyring opens nothing of this backup. Is KEYRING_FOLDER the right one?');
  return { rows: await checkKept(client, kept, [...columns.keys()]), forgottenRows };
}

const count = (counts: Map<string, number>, table: string) => counts.set(table, (counts.get(table) ?? 0) + 1);

/** A row is given to PostgreSQL as the text it was: no number passes through JavaScript. */
async function insert(client: pg.Client, table: string, columns: string[], rows: string[]): Promise<void> {
  const name = pg.escapeIdentifier(table);
  await client.query(
    `insert into ${name} (${columns.join(', ')}) select ${columns.map((column) => `x.${column}`).join(', ')}
     from unnest($1::text[]) r(line), jsonb_populate_record(null::${name}, r.line::jsonb) x`,
    [rows],
  );
}

/** The same empty accounts that erasure makes. */
async function addPseudonyms(client: pg.Client, ids: string[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into account (id, kind, created_at) select id, 'pseudonym', date_trunc('month', app.now()) from unnest($1::uuid[]) id
     on conflict (id) do nothing`,
    [ids],
  );
  return rowCount ?? 0;
}

function checkRead(read: Map<string, number>, written: Record<string, number>): void {
  const differing = Object.entries(written).filter(([table, rows]) => (read.get(table) ?? 0) !== rows);
  if (differing.length > 0)
    throw new BackupRefused(`The backup has not as many rows as it says: ${differing.map(([table]) => table).join(', ')}.`);
}

/** Counted in the database itself, table by table. */
async function checkKept(client: pg.Client, kept: Map<string, number>, tables: string[]): Promise<number> {
  let total = 0;
  for (const table of tables) {
    const { rows } = await client.query<{ rows: number }>(`select count(*) as rows from ${pg.escapeIdentifier(table)}`);
    const found = rows[0]!.rows;
    if (found !== (kept.get(table) ?? 0))
      throw new BackupRefused(`${table} has ${found} rows after the restore, not ${kept.get(table) ?? 0}.`);
    total += found;
  }
  return total;
}
