import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { addMonths } from '../../platform/clock.ts';
import { acrossCustomers, connectDatabase, type Database } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { engineOf } from '../engine.ts';
import { beyondLaw } from '../kept-by-law.ts';
import { scan } from '../scan.ts';
import { countUndoneChoices } from './choices/find-undone-choices.ts';
import { horizonOf } from './choices/note-choices.ts';
import { isAddress, readShard, shardOf } from './keyring.ts';
import { noFiles, readOnly, type FileCounts } from './files/read-files.ts';
import { listBackups, type Found } from './places/backups-there.ts';
import { placesOf } from './places/places-of.ts';
import { restore, type RestoreHouse, type Restored } from './restore.ts';

export type Drill = {
  state: 'passed' | 'failed';
  problem: string | null;
  rows: number;
  forgottenRows: number;
  files: FileCounts;
  backupMadeAt: Date | undefined;
};
export type DrillHouse = RestoreHouse & Pick<House, 'database'>;
/** How a database of this server is reached: as its owner, and as the role that serves. */
export type Urls = { ownerUrl: string; runtimeUrl: string };

const keptMonths = 12;
/** Longer than a restore may take: what is chosen meanwhile is not in what was read. */
const onItsWayMs = 60_000;

/**
 * Restores the newest backup into a database of its own on the same server, looks whether it is right,
 * and drops it. What was found is recorded, whatever it was: a backup that cannot be restored is none.
 */
export async function drill(house: DrillHouse, urls: Urls, markers: string[] = []): Promise<Drill> {
  const startedAt = house.clock.now();
  const [newest] = await listBackups(placesOf(house.vault, house.clock));
  const found = newest
    ? await attempt(house, urls, newest, markers)
    : { state: 'failed' as const, problem: 'there is no backup', ...nothing };
  const result: Drill = { ...found, backupMadeAt: newest?.madeAt };
  await house.database.transaction(acrossCustomers('backup'), (tx) =>
    tx
      .insertInto('restore_drill')
      .values({
        started_at: startedAt,
        finished_at: house.clock.now(),
        backup_made_at: newest?.madeAt ?? null,
        state: result.state,
        problem: result.problem,
        row_count: result.rows,
        file_count: result.files.files,
        due_at: addMonths(startedAt, keptMonths),
      })
      .execute(),
  );
  return result;
}

/** The last drill there was, for whoever is to be shown it. */
export function findLastDrill(database: Database) {
  return database.transaction({ purpose: 'accountability' }, (tx) =>
    tx.selectFrom('restore_drill').selectAll().orderBy('started_at', 'desc').limit(1).executeTakeFirst(),
  );
}

const nothing = { rows: 0, forgottenRows: 0, files: noFiles() };

async function attempt(house: DrillHouse, urls: Urls, newest: Found, markers: string[]): Promise<Omit<Drill, 'backupMadeAt'>> {
  const live = new URL(urls.ownerUrl).pathname.slice(1);
  const scratch = `${live.slice(0, 40)}_drill_${randomBytes(4).toString('hex')}`;
  try {
    await dropLeftovers(urls.ownerUrl, `${live.slice(0, 40)}_drill_`);
    await asOwner(urls.ownerUrl, `create database ${pg.escapeIdentifier(scratch)}`);
    const runtimeUrl = within(asRoleOf(urls.runtimeUrl, urls.ownerUrl), scratch);
    const target = { ownerUrl: within(urls.ownerUrl, scratch), runtimeUrl, runtimePassword: undefined };
    const restored = await restore(house, newest.place.pathOf(newest.name), target, { keep: readOnly });
    const problem = problemOfFiles(restored) ?? (await problemIn(house, runtimeUrl, markers));
    return { state: problem ? 'failed' : 'passed', problem: problem ?? null, ...of(restored) };
  } catch (error) {
    // The kind only: a database's error may quote a row.
    const { name, code } = error as { name?: string; code?: string };
    return { state: 'failed', problem: code ?? name ?? 'failed', ...nothing };
  } finally {
    await asOwner(urls.ownerUrl, `drop database if exists ${pg.escapeIdentifier(scratch)} with (force)`).catch(() => {});
  }
}

const of = ({ rows, forgottenRows, files }: Restored) => ({ rows, forgottenRows, files });

/** A file that was missing when the backup was made cannot be in it; every other one is to be opened to its last byte. */
function problemOfFiles({ files, missingWhenMade }: Restored): string | undefined {
  if (files.damaged > 0) return 'a file was changed or damaged';
  return files.missing > missingWhenMade ? 'a file of the backup was not found' : undefined;
}

/** What is wrong with the restored database, if anything. The map was already asked by the restore. */
async function problemIn(house: DrillHouse, runtimeUrl: string, markers: string[]): Promise<string | undefined> {
  const database = connectDatabase(runtimeUrl, house.clock, 2, () => {});
  try {
    await engineOf(database);
    const open = await database.transaction(acrossCustomers('scan'), (tx) =>
      sql`select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' and not relforcerowsecurity`.execute(
        tx,
      ),
    );
    if (open.rows.length > 0) return 'a table is not under row-level security';
    for (const marker of markers) if (beyondLaw(await scan({ database }, marker, [])).length > 0) return 'someone erased was found';
    if (await hasUnkeyed(house, database)) return 'someone without a key was found';
    // What was chosen a moment ago may be on its way to the journal.
    const now = house.clock.now();
    const period = { since: horizonOf(now), until: new Date(now.getTime() - onItsWayMs) };
    return (await countUndoneChoices(house, database, period)) > 0 ? 'a choice made since was not in force' : undefined;
  } finally {
    await database.close();
  }
}

/** Everyone who came back must be in the keyring: whoever is not there has been erased. */
async function hasUnkeyed(house: DrillHouse, database: Database): Promise<boolean> {
  const atATime = 1000;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const people = await database.transaction(acrossCustomers('scan'), (tx) =>
      tx.selectFrom('account').select('id').where('kind', '<>', 'pseudonym').where('id', '>', after).orderBy('id').limit(atATime).execute(),
    );
    for (const [shard, those] of Map.groupBy(
      people.map(({ id }) => id).filter((id) => !isAddress(id)),
      shardOf,
    )) {
      const keys = await readShard(house, shard);
      if (those.some((id) => !keys.has(id))) return true;
    }
    if (people.length < atATime) return false;
    after = people.at(-1)!.id;
  }
}

async function dropLeftovers(ownerUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  } finally {
    await client.end();
  }
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The serving role on the owner's server: past a pooler, which knows of no scratch database. */
export function asRoleOf(runtimeUrl: string, ownerUrl: string): string {
  const changed = new URL(ownerUrl);
  ({ username: changed.username, password: changed.password } = new URL(runtimeUrl));
  return changed.href;
}

function within(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
