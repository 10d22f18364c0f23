import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, inHouse, setUpOperator, signedIn } from '../../tests/support/world.ts';
import { appoint, raiseAlarm } from '../desk/index.ts';
import { addDays } from '../platform/clock.ts';
import { href } from '../routes.ts';
import { formatKey, newKey } from './key.ts';
import { makeKeys } from './index.ts';

/** The page Operations, for someone new of the operator's people. */
const operationsFor = (house: TestHouse) => async (name: string, role: 'support' | 'executive' | 'dpo') => {
  const person = await addPerson(house, name);
  await appoint(house.house, person.email, role);
  return (await house.app.request(href('operations'), { headers: { cookie: await signedIn(house, person) } })).text();
};

describe('guessing keys', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
  });
  after(() => house.close());

  test('is stopped for an account and sounds the alarm; right keys are not counted', async () => {
    const course = await addCourse(house, (await addCustomer(house)).id);
    const person = await addPerson(house, 'Gunnar');
    const cookie = await signedIn(house, person);
    const keys = await inHouse(house, (tx) =>
      makeKeys(tx, house.house, {
        customerId: course.customerId,
        courseId: course.courseId,
        label: 'x',
        count: 30,
        expiresAt: addDays(house.clock.now(), 1),
      }),
    );
    const tryKey = (key: string, who?: string) => house.app.request('/nyckel', formPost({ key }, who));
    for (const key of keys) assert.equal((await tryKey(key, cookie)).status, 303);
    const answers = [];
    for (let turn = 0; turn < 22; turn++) answers.push((await tryKey(formatKey(newKey()), cookie)).status);
    assert.deepEqual(answers, [...Array(20).fill(422), 429, 429]);
    const refused = await tryKey(keys[0]!, cookie);
    assert.equal(refused.status, 429, 'a right key does not open while the account is stopped');
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    const operations = operationsFor(house);
    assert.doesNotMatch(await operations('Elin', 'executive'), /gissa nycklar/);
    assert.equal(
      house.logLines.some((line) => line.includes('many wrong keys')),
      false,
    );
    for (let turn = 0; turn < 120; turn++) await tryKey(newKey());
    assert.equal(
      house.logLines.some((line) => line.includes('many wrong keys')),
      true,
    );
    const { rows: jobs } = await house.owner.query(`select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'raise-alarm'`);
    assert.deepEqual(jobs, [{ payload: { alarm: 'keys-guessed' } }], 'one job tells those who run the service, however many the tries');
    assert.match(await operations('Siri', 'support'), /Någon kan försöka gissa nycklar/);
    await raiseAlarm(house.house, jobs[0]!.payload);
    const { rows: told } = await house.owner.query("select count(*)::int as count from mail where template = 'keys-guessed'");
    assert.equal(told[0]?.count, 2, 'both who have a role that may act on it');
    assert.doesNotMatch(await operations('Doris', 'dpo'), /gissa nycklar/);
    house.clock.moveTo(addDays(house.clock.now(), 1));
    assert.doesNotMatch(await operations('Eskil', 'executive'), /gissa nycklar/, 'it goes over by itself');
    assert.notEqual((await tryKey(keys[0]!)).status, 429);
  });

  test('what is mistyped is told without a try being counted', async () => {
    for (let turn = 0; turn < 60; turn++) assert.equal((await house.app.request('/nyckel', formPost({ key: 'ABCDEFGH' }))).status, 422);
  });
});
