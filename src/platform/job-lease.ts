import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';

const leaseSeconds = 10;
const renewMs = 3_000;

export type JobLease = { events: WorkerEvents; end(): void };

/**
 * A worker that is killed leaves its jobs locked, and the queue itself frees them only after four hours. So the lock is a
 * lease: whoever works renews it, and one that nobody renews is anyone's. A death is not the job's fault: it always gets
 * another try. What a job does twice it does once by its keys.
 */
export function leaseJobs(pool: pg.Pool, failed: (error: unknown) => void): JobLease {
  const events: WorkerEvents = new EventEmitter();
  // The one that works now: what an earlier one of this process left is let go as if it had been another's.
  let worker = '';
  events.on('pool:create', ({ workerPool }) => void (worker = workerPool.id));
  const renew = async () => {
    await pool.query('update graphile_worker._private_jobs set locked_at = now() where locked_by = $1', [worker]);
    await pool.query(
      `update graphile_worker._private_jobs
         set locked_at = null, locked_by = null, run_at = greatest(run_at, now()), attempts = least(attempts, max_attempts - 1)
         where locked_at < now() - make_interval(secs => $1)`,
      [leaseSeconds],
    );
  };
  const beat = () => void renew().catch(failed);
  beat();
  const timer = setInterval(beat, renewMs);
  return { events, end: () => clearInterval(timer) };
}
