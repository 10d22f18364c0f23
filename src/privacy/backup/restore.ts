import pg from 'pg';
import { connectDatabase } from '../../platform/database.ts';
import { listMigrations, migrate } from '../../platform/migrate.ts';
import type { House } from '../../platform/house.ts';
import { engineOf } from '../engine.ts';
import { resumeErasures, type ErasureHouse } from '../erase.ts';
import type { KeyringHouse } from './keyring.ts';
import { dataMap } from '../../../data-map/index.ts';
import { chooseAgain } from './choices/choose-again.ts';
import { fileTables, type FileRow } from './files/file-tables.ts';
import { keepIn, readFiles, type FileCounts, type Keep } from './files/read-files.ts';
import { decrypterFor } from './identity.ts';
import { findBackup } from './places/backups-there.ts';
import type { Place } from './places/place.ts';
import { loadRows, type Loaded } from './load-rows.ts';
import { BackupRefused } from './backup-refused.ts';
import { openBackup } from './read-backup.ts';
import { beginRestore, endRestore } from './unfinished-restore.ts';
import type { Head } from './write-backup.ts';

/** What a restore needs, which is less than a house: there may be none yet. */
export type RestoreHouse = Omit<ErasureHouse, 'database'> & Pick<House, 'files' | 'attachments' | 'log'>;
export type Target = { ownerUrl: string; runtimeUrl: string; runtimePassword: string | undefined };
export type Restored = Loaded & { madeAt: Date; resumed: number; chosen: number; files: FileCounts; missingWhenMade: number };
/** What is told meanwhile, and what is done with the files: kept, if nothing else is said. */
export type Restoring = { onProgress?: (line: string) => void; keep?: Keep };

/**
 * Reads a backup back into an empty database: the schema as it was then, the rows that the keyring
 * still opens and what is left of the others, in one transaction that is committed only when every
 * count is right. Then the migrations made since, what people have chosen since against a processing, and the erasures that were on
 * their way. What stops on the way is begun anew in an empty database: one that is half restored serves nobody.
 */
export async function restore(
  house: RestoreHouse,
  path: string,
  target: Target,
  { onProgress = () => {}, keep = keepIn(house) }: Restoring = {},
): Promise<Restored> {
  const { places, name } = await findBackup(house.vault, house.clock, path);
  const backup = await openBackup(house, places[0]!, name);
  const names = backup.head.migrations.map(({ name }) => name);
  await refuseUnknown(names);
  await refuseFilled(target.ownerUrl);
  await migrate(target.ownerUrl, target.runtimePassword, onProgress, names);
  const database = connectDatabase(target.runtimeUrl, house.clock, 2, () => {});
  try {
    const loaded = await inOneTransaction(target.ownerUrl, house.clock.now(), async (client) => {
      await refuseChanged(client, backup.head);
      const counts = await loadRows(client, { ...house, database }, backup);
      await expireMails(client);
      await beginRestore(client);
      onProgress(`${counts.rows} rows are back`);
      // Before anything is committed: a restore that is cut off among the files is simply made again.
      return { ...counts, files: await filesOf(client, { ...house, database }, places, keep) };
    });
    onProgress(`${loaded.files.files} files are back`);
    await migrate(target.ownerUrl, target.runtimePassword, onProgress);
    await engineOf(database); // refuses a schema that the data map does not answer for
    const chosen = await chooseAgain(house, database);
    const resumed = await resumeErasures({ ...house, database });
    await inOneTransaction(target.ownerUrl, house.clock.now(), endRestore);
    return { ...loaded, madeAt: new Date(backup.head.made_at), resumed, chosen, missingWhenMade: backup.tail().files?.missing ?? 0 };
  } finally {
    await database.close();
  }
}

async function filesOf(client: pg.Client, house: KeyringHouse, places: Place[], keep: Keep): Promise<FileCounts> {
  const tables = fileTables(dataMap);
  const reading = { house, places, decrypter: await decrypterFor(house.vault) };
  return readFiles(reading, tables, async (text, values) => (await client.query<FileRow>(text, values)).rows, keep);
}

async function refuseUnknown(names: string[]): Promise<void> {
  const known = new Set(await listMigrations());
  if (names.some((name) => !known.has(name))) throw new BackupRefused('The backup was made by a newer version of Kursiv. Update first.');
}

/** Nothing is written over: where there is a table there may be someone's data. */
async function refuseFilled(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace limit 1");
    if (rowCount) throw new BackupRefused('The database is not empty. A backup is only restored into an empty one.');
  } finally {
    await client.end();
  }
}

async function refuseChanged(client: pg.Client, { migrations }: Head): Promise<void> {
  const { rows } = await client.query<{ name: string; hash: string }>("select name, encode(hash, 'hex') as hash from migration");
  const here = new Map(rows.map(({ name, hash }) => [name, hash]));
  if (migrations.some(({ name, hash }) => here.get(name) !== hash)) {
    throw new BackupRefused('The backup was made with other migrations than those that are here.');
  }
}

async function inOneTransaction<Result>(ownerUrl: string, now: Date, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    await client.query(`begin; set local app.across_customers = 'restore'; set local app.now = '${now.toISOString()}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end(); // what is not committed is rolled back
  }
}

/** The queue is not restored: what waited to be sent then would come out of nowhere today. */
async function expireMails(client: pg.Client): Promise<void> {
  await client.query("update mail set state = 'dead', problem = 'not sent before the restore' where state = 'queued'");
}
