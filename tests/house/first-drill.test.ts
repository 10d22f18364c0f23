import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays } from '../../src/platform/clock.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { addJob } from '../../src/platform/jobs.ts';
import { startWork } from '../../src/work.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** N-26: the queue as it runs. A new installation shows within minutes, and not within a week, that its backup can be restored. */

describe('the first backup', { timeout: 180_000 }, () => {
  let test: TestHouse;
  let work: Awaited<ReturnType<typeof startWork>>;

  const count = async (query: string): Promise<number> => Number((await test.owner.query<{ count: string }>(query)).rows[0]?.count);
  const drills = (state: string) => count(`select count(*) from restore_drill where state = '${state}'`);
  const waiting = () => count(`select count(*) from graphile_worker.jobs where task_identifier in ('backup', 'drill', 'prove')`);
  const backUp = async () => {
    await test.house.database.transaction(acrossCustomers('set-up'), (tx) => addJob(tx, 'backup', {}, { key: 'backup', maxAttempts: 1 }));
    while ((await waiting()) > 0) await wait(100);
  };

  before(async () => {
    test = await openTestHouse();
    work = await startWork(test.house, test, { MAIL_URL: undefined, MAIL_FROM: 'kursiv@kursiv.example' });
  });
  after(async () => {
    await work.stop();
    await test.close();
  });

  it('is tried as soon as it is made, and proved on the page Trust', async () => {
    await backUp();
    assert.deepEqual([await drills('passed'), await drills('failed')], [1, 0]);
    const { rows } = await test.owner.query(`select held_last from proof_result where proof = 'restore-drill'`);
    assert.deepEqual(rows, [{ held_last: true }]);
  });

  it('is followed by no drill each night, while one that passed holds', async () => {
    await backUp();
    assert.equal(await drills('passed'), 1);
  });

  it('is followed by one more when the last failed, and then by none', async () => {
    await test.owner.query(`update restore_drill set state = 'failed', problem = 'planted'`);
    await backUp();
    await backUp();
    assert.deepEqual([await drills('passed'), await drills('failed')], [1, 1]);
  });

  it('is followed by one more when the last is too old to hold', async () => {
    test.clock.moveTo(addDays(test.clock.now(), 9));
    await backUp();
    assert.equal(await drills('passed'), 2);
  });
});
