import { sql, type RawBuilder } from 'kysely';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, run, type Runner, type Task } from 'graphile-worker';
import pg from 'pg';
import type { Tx } from './database.ts';
import { leaseJobs, type JobLease } from './job-lease.ts';
import { problemOf, type Log } from './log.ts';

/** A job's payload holds ids only: the queue must be able to be read by anyone and tell nothing. */
export type Payload = Record<string, string>;
export type Tasks = Record<string, (payload: Payload, attempt: { number: number; last: boolean }) => Promise<void>>;

/** Puts a job in the queue in the same transaction as the act that needs it. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Payload,
  options: { key?: string; maxAttempts?: number; waitSeconds?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
    job_key => ${options.key ?? null}, max_attempts => ${options.maxAttempts ?? 25},
    run_at => now() + make_interval(secs => ${options.waitSeconds ?? 0}))`.execute(tx);
}

type ManyJobs = { maxAttempts: number; waitSeconds?: number; priority?: number };

/** Many jobs of one kind in one statement, each under its own key. */
export async function addJobs(tx: Tx, task: string, jobs: readonly { key: string; payload: Payload }[], options: ManyJobs): Promise<void> {
  await addingJobs(task, jobs, options).execute(tx);
}

/** The same as the last part of a statement that does more. */
export const addingJobs = (
  task: string,
  jobs: readonly { key: string; payload: Payload }[],
  { maxAttempts, waitSeconds = 0, priority = 0 }: ManyJobs,
): RawBuilder<unknown> =>
  sql`select count(*) from graphile_worker.add_jobs(array(
    select row(${task}::text, j.payload, null, now() + make_interval(secs => ${waitSeconds}), ${maxAttempts}::integer, j.key, ${priority}::integer,
      null)::graphile_worker.job_spec
    from json_to_recordset(${JSON.stringify(jobs)}::json) as j (key text, payload json)))`;

export type Worker = { stop(): Promise<void> };

/** How long the queue is left alone after it ended without being told to. */
const restartMs = 1_000;
/** How long a queue that is told to stop may need to say what became of its last job. */
const lastWordMs = 5_000;

/** Runs the queue as the runtime role. `crontab` names tasks and times in the worker's own format. */
export async function startWorker(url: string, tasks: Tasks, crontab: string, log: Log): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: url, max: 5 });
  const lost = (error: unknown) => log.warn({ step: 'worker pool', ...problemOf(error) }, 'a worker connection was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  const lease = leaseJobs(pool, lost);
  const taskList = Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, timed(name, task, log, lease)]));
  const start = () => run({ pgPool: pool, taskList, crontab, ...queue });
  const stopped = new AbortController();
  let runner = await start();
  const keptRunning = keepRunning();

  /** A queue that ended by itself is begun anew: mail must not wait for a person to look. */
  async function keepRunning(): Promise<void> {
    for (;;) {
      await ended(runner).catch(lost);
      if (!stopped.signal.aborted) log.error({ step: 'worker' }, 'the job queue ended, and begins anew');
      void runner.stop().catch(() => {}); // it had ended wholly
      for (let next; !next;) {
        await delay(restartMs, undefined, { signal: stopped.signal }).catch(() => {});
        if (stopped.signal.aborted) return;
        next = await start().catch(lost);
        runner = next ?? runner;
      }
      // It was told to stop while it began: whoever told it so knew only the one before.
      if (stopped.signal.aborted) return await runner.stop().catch(() => {});
    }
  }
  return {
    async stop() {
      stopped.abort();
      const told = runner.stop().catch(() => {}); // it had ended by itself
      await Promise.race([told, lease.idle().then(() => delay(lastWordMs, undefined, { ref: false }))]);
      await keptRunning;
      lease.end();
      await pool.end();
    },
  };
}

/**
 * Over when it begins to end. When the database dies under it, it can wait for ever for what it still had to tell: it counts
 * that, and two answers that fail count one too many off (graphile-worker 0.17.3, `batch`). What is under way goes on and keeps its lease.
 */
const ended = (runner: Runner): Promise<unknown> => Promise.race([runner.promise, once(runner.events, 'pool:gracefulShutdown')]);

const queue = {
  concurrency: 4,
  pollInterval: 1_000,
  noHandleSignals: true,
  noPreparedStatements: true, // so that it also works through a transaction-pooling PgBouncer
  logger: new Logger(() => () => {}), // its messages quote payloads and error texts
  // Only a batch has someone who waits for its answer: else a database that dies just when it is told how a job went would end
  // this process, and with it the application. Now it ends the queue, which begins anew.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
};

function timed(name: string, task: Tasks[string], log: Log, lease: JobLease): Task {
  return async (payload, { job }) => {
    const began = performance.now();
    try {
      const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts };
      await lease.during(job.id, () => task(payload as Payload, attempt));
      log.info({ task: name, ms: Math.round(performance.now() - began) }, 'job done');
    } catch (error) {
      log.warn({ task: name, attempt: job.attempts, ...problemOf(error) }, 'job failed');
      // The queue keeps the error's text, so it must hold no row values: the cause was logged above.
      // oxlint-disable-next-line preserve-caught-error
      throw new Error(`${name} failed`);
    }
  };
}
