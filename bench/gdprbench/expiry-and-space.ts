import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Asking } from './ask.ts';

/** Bytes on disk: the table with its indexes, and with the log, its chain and the tombstones of this run. */
export async function bytesOf(owner: pg.Client, actor: string): Promise<{ table: number; all: number }> {
  const { rows } = await owner.query<{ table: number; tombstones: number; log: number }>(
    `select pg_total_relation_size('reference_record') as table, pg_total_relation_size('reference_tombstone') as tombstones,
       (pg_total_relation_size('access_log') + pg_total_relation_size('look_link'))
         * (select count(*) filter (where actor_id = $1)::float / count(*) from access_log) as log`,
    [actor],
  );
  const { table, tombstones, log } = rows[0]!;
  return { table, all: table + tombstones + log };
}

/** How long after its time a record can still be read, by PostgreSQL's own clock; then what the sweep and VACUUM take. */
export async function expiryLag(
  owner: pg.Client,
  { pool }: Asking,
): Promise<{ unreadableMs: number; sweptMs: number; vacuumedMs: number }> {
  await owner.query(`update reference_record set expires_at = clock_timestamp() + interval '400 ms' where key = 'key1'`);
  let lastRead = 0;
  for (let gone = false; !gone; await wait(1)) {
    const [, , , answer] = (await pool.query(
      `begin; set local app.purpose = 'deliver-course'; set local app.staff_of = 'bench';
       select extract(epoch from (clock_timestamp() - expires_at)) * 1000 as late from reference_record where key = 'key1'; commit`,
    )) as unknown as pg.QueryResult<{ late: string }>[];
    gone = answer!.rows.length === 0;
    lastRead = Math.max(lastRead, Number(answer!.rows[0]?.late ?? 0));
  }
  const timed = async (statement: string) => {
    const began = performance.now();
    await owner.query(statement);
    return performance.now() - began;
  };
  return {
    unreadableMs: lastRead,
    sweptMs: await timed("delete from reference_record where key = 'key1'"),
    vacuumedMs: await timed('vacuum reference_record'),
  };
}
