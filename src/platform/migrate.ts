import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Logger, runMigrations } from 'graphile-worker';
import { sha256 } from './secrets.ts';

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url));
/** What follows from the data map: row-level rules, and the engine's plans as functions. */
const generated = ['rules.sql', 'plans.sql'].map((file) => fileURLToPath(new URL(`../../db/${file}`, import.meta.url)));
const lockNumber = 7_201_126;

export const oldestServer = 15;

/**
 * Brings a database to today's schema, as its owner, and gives the runtime role its password.
 * Forward only; a migration that has run is never changed (its hash is kept and compared). `only` some
 * are run when a backup is to be read back as the schema was when it was made.
 */
export async function migrate(
  ownerUrl: string,
  runtimePassword: string | undefined,
  onProgress: (line: string) => void = () => {},
  only?: string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    await checkServer(client);
    // Two processes that start together migrate one after the other.
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const isNew = await runPending(client, onProgress, only);
    // A schema of yesterday is not what today's map speaks of.
    const isChanged = !only && (await putRulesInForce(client));
    if (isNew || isChanged) await writeRules(client, 'in full');
    await runMigrations({ connectionString: ownerUrl, logger: silent });
    await client.query(grantJobs);
    // Without one the role's password is the operator's own affair (DATABASE_RUNTIME_URL).
    if (runtimePassword) await setRuntimePassword(client, runtimePassword);
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int / 10000 as version");
  const version = rows[0]?.version ?? 0;
  if (version < oldestServer) {
    throw new Error(`Kursiv needs PostgreSQL ${oldestServer} or newer; this server is version ${version}.`);
  }
}

export async function listMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
}

async function runPending(client: pg.Client, onProgress: (line: string) => void, only?: string[]): Promise<boolean> {
  await client.query(`create table if not exists migration
    (name text primary key, hash bytea not null, ran_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; hash: Buffer }>('select name, hash from migration');
  const ran = new Map(rows.map((row) => [row.name, row.hash]));
  let anyRan = false;
  for (const name of await listMigrations()) {
    if (only && !only.includes(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    const hash = sha256(text);
    const known = ran.get(name);
    if (known && !known.equals(hash)) throw new Error(`The migration ${name} has been changed since it ran here.`);
    if (known) continue;
    onProgress(`migrating ${name}`);
    if (!anyRan) await writeRules(client, 'as written');
    anyRan = true;
    await runOne(client, name, text, hash);
  }
  return anyRan;
}

/** Row-level rules name functions where they are written, and say in full what these say where they are in force (0728). */
async function writeRules(client: pg.Client, how: 'as written' | 'in full'): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>("select to_regprocedure('app.write_rules(boolean)') is not null as known");
  if (rows[0]?.known) await client.query('call app.write_rules($1)', [how === 'in full']);
}

async function runOne(client: pg.Client, name: string, text: string, hash: Buffer): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** What follows from the data map is written anew when its text has changed since it was last put in force. */
async function putRulesInForce(client: pg.Client): Promise<boolean> {
  const text = (await Promise.all(generated.map((file) => readFile(file, 'utf8')))).join('\n');
  const mark = `rules ${sha256(text).toString('hex')}`;
  const { rows } = await client.query<{ mark: string | null }>("select obj_description('app'::regnamespace, 'pg_namespace') as mark");
  if (rows[0]?.mark === mark) return false;
  await client.query(`begin; ${text}; comment on schema app is ${pg.escapeLiteral(mark)}; commit`);
  return true;
}

/** The job tables belong to the owner and are locked by row-level security; the runtime role works
 * in them through policies of its own. Run at every start, as the library may bring new tables. */
const grantJobs = `
do $$
declare entry record;
begin
  grant select on migration to kursiv_runtime;
  grant usage on schema graphile_worker to kursiv_runtime;
  grant execute on all functions in schema graphile_worker to kursiv_runtime;
  grant usage on all sequences in schema graphile_worker to kursiv_runtime;
  for entry in select c.oid::regclass as name, c.relkind from pg_class c
      where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v') loop
    execute format('grant select, insert, update, delete on %s to kursiv_runtime', entry.name);
    if entry.relkind = 'r' and not exists (select from pg_policy where polrelid = entry.name::regclass and polname = 'runtime') then
      execute format('create policy runtime on %s to kursiv_runtime using (true)', entry.name);
    end if;
  end loop;
end $$`;

async function setRuntimePassword(client: pg.Client, password: string): Promise<void> {
  await client.query(`alter role kursiv_runtime with password ${pg.escapeLiteral(password)}`);
}

const silent = new Logger(() => () => {});
