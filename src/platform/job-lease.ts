import type pg from 'pg';

const leaseSeconds = 10;
const renewMs = 3_000;

export type JobLease = {
  /** Does the work of a job and keeps its lock for as long as that takes. */
  during(jobId: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when what is under way now is over, well or not. */
  idle(): Promise<unknown>;
  end(): void;
};

/**
 * A worker that is killed leaves its jobs locked, and the queue itself frees them only after four hours. So the lock is a
 * lease: it is renewed for what is being done right now, and one that nobody renews is anyone's. Not for all that bears this
 * worker's name: when the database dies while it hands a job out, the job is locked for a worker that never heard of it. A
 * death is not the job's fault: it always gets another try. What a job does twice it does once by its keys.
 */
export function leaseJobs(pool: pg.Pool, failed: (error: unknown) => void): JobLease {
  const underWay = new Map<string, Promise<void>>();
  const renew = async () => {
    await pool.query('update graphile_worker._private_jobs set locked_at = now() where id = any($1) and locked_at is not null', [
      [...underWay.keys()],
    ]);
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
  return {
    async during(jobId, work) {
      const done = work().finally(() => underWay.delete(jobId));
      underWay.set(jobId, done);
      await done;
    },
    idle: () => Promise.allSettled(underWay.values()),
    end: () => clearInterval(timer),
  };
}
