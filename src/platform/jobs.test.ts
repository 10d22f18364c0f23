import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { inHouse } from '../../tests/support/world.ts';
import { addJob, startWorker, type Tasks, type Worker } from './jobs.ts';

/** N-13: what is in the queue is done, whoever dies at it. */
let house: TestHouse;
const workers: Worker[] = [];
before(async () => void (house = await openTestHouse()));
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));
after(() => house.close());

const work = async (tasks: Tasks) => void workers.push(await startWorker(house.runtimeUrl, tasks, '', house.house.log));
const add = (id: string, options = {}) => inHouse(house, (tx) => addJob(tx, 'probe', { id }, { key: id, ...options }));
const jobs = 'graphile_worker._private_jobs';
async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; !(await isTrue());) {
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await wait(20);
  }
}

test('a job whose worker was killed is taken up by another, even at its last attempt', async () => {
  await add('left', { maxAttempts: 1 });
  await house.owner.query(`update ${jobs} set locked_by = 'killed', locked_at = now() - interval '11 seconds', attempts = 1`);
  const done: string[] = [];
  await work({ probe: async ({ id }) => void done.push(id ?? '') });
  await until(() => done.includes('left'), 'the job');
});

test('a job that someone works at is nobody else’s, however long it takes', async () => {
  let runs = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const probe: Tasks[string] = () => ((runs += 1), finished);
  await work({ probe });
  await work({ probe });
  await add('long');
  await until(() => runs === 1, 'the beginning');
  // Older than it ever gets, and young enough that the other worker does not take it before this one's next beat.
  await house.owner.query(`update ${jobs} set locked_at = now() - interval '5 seconds'`);
  const isRenewed = async () =>
    (await house.owner.query(`select from ${jobs} where locked_at > now() - interval '4 seconds'`)).rowCount === 1;
  await until(isRenewed, 'the lease to be renewed');
  finish();
  await until(async () => (await house.owner.query(`select from ${jobs}`)).rowCount === 0, 'the end');
  assert.equal(runs, 1);
});

test('a database that cannot be told that a job is done ends the queue and nothing more; it begins anew', async () => {
  const done: string[] = [];
  await work({ probe: async ({ id }) => void done.push(id ?? '') });
  await house.owner.query(`revoke delete on ${jobs} from kursiv_runtime`);
  await add('first');
  await until(() => house.logLines.some((line) => line.includes('the job queue ended')), 'the queue to end');
  await house.owner.query(`grant delete on ${jobs} to kursiv_runtime`);
  await add('second');
  await until(() => done.includes('second'), 'the second job');
  await until(async () => (await house.owner.query(`select from ${jobs}`)).rowCount === 0, 'the first job to be let go and done');
  assert.ok(done.filter((id) => id === 'first').length >= 2, 'it is done again: what jobs do is kept apart by keys');
});

test('nor does it wait for ever when several jobs cannot be told to be done while another fails', async () => {
  const done: string[] = [];
  const [under, failLong] = [new Set<string>(), Promise.withResolvers<void>()];
  const probe: Tasks[string] = async ({ id = '' }, { number }) => {
    under.add(id);
    if (id === 'long' && number === 1) await failLong.promise;
    if (number === 1 && id !== 'after') await until(() => under.size >= 4, 'the others to begin');
    await wait(id === 'apart' ? 100 : 0);
    done.push(id);
  };
  await work({ probe });
  await house.owner.query(`revoke delete on ${jobs} from kursiv_runtime`);
  await Promise.all(['long', 'short', 'apart', 'farther'].map((id) => add(id)));
  await until(() => done.length >= 3, 'the short ones to be done');
  await wait(500); // for the answers to come back
  failLong.reject(new Error('as planned'));
  await house.owner.query(`grant delete on ${jobs} to kursiv_runtime`);
  await add('after');
  await until(() => done.includes('after'), 'the job after');
});

test('a job that was handed to a worker which never heard of it is not held by that worker', async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const done: string[] = [];
  await work({ probe: async ({ id }) => (id === 'heard' ? finished : void done.push(id ?? '')) });
  await add('heard');
  const lockedBy = async () => (await house.owner.query<{ locked_by: string | null }>(`select locked_by from ${jobs}`)).rows[0]?.locked_by;
  await until(async () => Boolean(await lockedBy()), 'the first job to begin');
  const worker = await lockedBy();
  // As when the database dies after it has handed out the job and before the answer has come.
  await inHouse(house, async (tx) => {
    await addJob(tx, 'probe', { id: 'unheard' }, { key: 'unheard' });
    await sql`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now(), attempts = 1 where key = 'unheard'`.execute(
      tx,
    );
  });
  await until(() => done.includes('unheard'), 'the job to be let go and done');
  finish();
  await until(async () => (await house.owner.query(`select from ${jobs}`)).rowCount === 0, 'the end');
});
