import { sql } from 'kysely';
import { acrossCustomers, type Database, type Tx } from '../database.ts';
import type { House } from '../house.ts';
import { queueMails } from './post-mail.ts';

/** What gave up: a mail after its last try or for good, a job after its last. Kinds and counts, nobody's name or address. */
export type DeadLetter = { what: 'mail' | 'job'; id: string; kind: string; at: Date; attempts: number; problem: string | null };
export type DeadPlace = { at: Date; id: string };

export const deadPerPage = 50;
const jobsShown = 50;

/** One more than a page of mails, newest first. */
export async function listDeadMails(tx: Tx, after: DeadPlace | undefined): Promise<DeadLetter[]> {
  const rows = await tx
    .selectFrom('mail')
    .select(['id', 'template as kind', 'created_at as at', 'attempts', 'problem'])
    .where('state', '=', 'dead')
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(created_at, id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(deadPerPage + 1)
    .execute();
  return rows.map((row) => ({ what: 'mail', ...row }));
}

// A dead mail's own job is left in the queue as well: the mail is the one that is shown.
const givenUp = sql`from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= j.max_attempts and j.locked_at is null and t.identifier <> 'send-mail'`;

/** Jobs are keyed by what they do, so they are few. */
export async function listDeadJobs(tx: Tx): Promise<DeadLetter[]> {
  const { rows } = await sql<Omit<DeadLetter, 'what'>>`
    select j.id::text as id, t.identifier as kind, j.created_at as at, j.attempts::integer as attempts, null as problem
    ${givenUp} order by j.id desc limit ${jobsShown}`.execute(tx);
  return rows.map((row) => ({ ...row, what: 'job' }));
}

export function countDead(database: Database): Promise<{ mails: number; jobs: number }> {
  return database.transaction(acrossCustomers('mail'), async (tx) => {
    const { rows } = await sql<{ mails: number; jobs: number }>`
      select (select count(*) from mail where state = 'dead') as mails, (select count(*) ${givenUp}) as jobs`.execute(tx);
    return rows[0]!;
  });
}

/** Back into the queue with all its tries. Pressed twice it is there once. */
export async function retryDead(house: House, one: Pick<DeadLetter, 'what' | 'id'>): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    if (one.what === 'mail') await retryMails(tx, one.id);
    else await retryJobs(tx, one.id);
  });
}

export async function retryAllDead(house: House): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), (tx) => retryJobs(tx));
  for (let count = batch; count === batch;) count = await house.database.transaction(acrossCustomers('mail'), (tx) => retryMails(tx));
}

export async function removeDead(house: House, { what, id }: Pick<DeadLetter, 'what' | 'id'>): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    if (what === 'job')
      await sql`delete from graphile_worker._private_jobs where id = any(select j.id ${givenUp} and j.id = ${id})`.execute(tx);
    else {
      const gone = await tx.deleteFrom('mail').where('id', '=', id).where('state', '=', 'dead').returning('id').execute();
      await removeJobsOf(
        tx,
        gone.map((mail) => mail.id),
      );
    }
  });
}

const batch = 500;

async function retryMails(tx: Tx, id?: string): Promise<number> {
  const mails = await tx
    .updateTable('mail')
    .set({ state: 'queued', attempts: 0, problem: null })
    .where('id', 'in', (dead) =>
      dead
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'dead')
        .$if(id !== undefined, (query) => query.where('id', '=', id!))
        .limit(batch)
        .forUpdate(),
    )
    .returning('id')
    .execute();
  const ids = mails.map((mail) => mail.id);
  await removeJobsOf(tx, ids);
  await queueMails(tx, ids);
  return ids.length;
}

async function retryJobs(tx: Tx, id?: string): Promise<void> {
  const which = id === undefined ? sql`` : sql`and j.id = ${id}`;
  await sql`update graphile_worker._private_jobs set attempts = 0, last_error = null, run_at = now()
    where id = any(select j.id ${givenUp} ${which})`.execute(tx);
}

async function removeJobsOf(tx: Tx, mailIds: readonly string[]): Promise<void> {
  const keys = mailIds.map((id) => `mail ${id}`);
  await sql`delete from graphile_worker._private_jobs where key = any(${keys}) and locked_at is null`.execute(tx);
}
