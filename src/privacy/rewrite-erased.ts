import { sql } from 'kysely';
import pg from 'pg';
import { dataMap } from '../../data-map/index.ts';
import { addDays } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';

/** Every night, and a day more than that, so that what was erased while it was under way is taken the next time. */
const sinceDays = 2;
/** Names are blanked here by hand too, which no receipt counts (756). It is a small table. */
const alsoBlanked = ['customer_contact'];
/** Nobody reads a table while it is rewritten: one that takes more than some seconds is left to the operator. */
const largestMegabytes = 128;
const waitMs = 3_000;
const isInUse = '55P03';

export type Rewritten = { tables: string[]; left: string[] };

/**
 * PostgreSQL's DELETE and UPDATE leave the row as it was in the table's file, and a vacuum gives its place away without writing
 * over it. What was erased in a day is therefore gone from rules and queries at once, and from the database's own files when
 * the tables it lay in are rewritten, with their indexes, without it (N-44). What is in use or too large is left, and told.
 */
export async function rewriteErased(house: Pick<House, 'database' | 'clock' | 'log'>, ownerUrl: string): Promise<Rewritten> {
  const tables = await tablesErasedFrom(house);
  const done: Rewritten = { tables: [], left: [] };
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a connection that is lost fails its query; without a listener it would end the process
  await client.connect();
  try {
    await client.query(`set lock_timeout = ${waitMs}`);
    for (const table of tables) ((await rewrite(client, table)) ? done.tables : done.left).push(table);
  } finally {
    await client.end();
  }
  if (done.left.length > 0) house.log.warn({ step: 'rewrite', count: done.left.length }, 'tables with erased rows were not rewritten');
  return done;
}

async function rewrite(client: pg.Client, table: string): Promise<boolean> {
  const name = pg.escapeIdentifier(table);
  const { rows } = await client.query<{ bytes: string }>('select pg_total_relation_size($1::regclass) as bytes', [name]);
  if (Number(rows[0]?.bytes) > largestMegabytes * 2 ** 20) return false;
  try {
    await client.query(`vacuum (full, analyze) ${name}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === isInUse) return false;
    throw error;
  }
}

/** By the receipts and by the runs of the sweep: both name the tables, and nobody. */
async function tablesErasedFrom({ database, clock }: Pick<House, 'database' | 'clock'>): Promise<string[]> {
  const since = addDays(clock.now(), -sinceDays);
  const erased = await database.transaction(acrossCustomers('erasure'), (tx) =>
    namesIn(tx, sql`select jsonb_object_keys(receipt -> 'rows') as name from erasure where finished_at > ${since}`),
  );
  const swept = await database.transaction(acrossCustomers('retention'), (tx) =>
    namesIn(tx, sql`select jsonb_object_keys(counts) as name from retention_run where finished_at > ${since}`),
  );
  return [...new Set([...alsoBlanked, ...erased, ...swept])].filter((table) => Object.hasOwn(dataMap, table)).toSorted();
}

/** Each is a table and what was done to its rows: `note deleted`. Other counts of a run name no table. */
async function namesIn(tx: Tx, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(tx);
  return (rows as { name: string }[]).map(({ name }) => name.replace(/ (deleted|anonymised|taken out|kept)$/, ''));
}
