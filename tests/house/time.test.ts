import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import { closeAccount, reopenAccount, scan, sweep } from '../../src/privacy/index.ts';
import { withoutKept } from '../support/kept-traces.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator } from '../support/world.ts';

// Proof of N-21 and E-20: what is spent goes, by the clock.

describe('time', () => {
  let test: TestHouse;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let staying: Awaited<ReturnType<typeof addFullPerson>>;
  const start = new Date('2026-08-31T10:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Avslutad', course, admin);
    staying = await addFullPerson(test, 'Kvarvarande', course, admin);
  });
  after(() => test.close());

  const isHere = async (id: string) =>
    (await inHouse(test, (tx) => tx.selectFrom('account').select('id').where('id', '=', id).execute())).length === 1;

  it('lets someone who closed come back before six months are over', async () => {
    await closeAccount(test.house, staying.id);
    test.clock.moveTo(addMonths(start, 5));
    await reopenAccount(test.house, staying.id);
    test.clock.moveTo(start);
    await closeAccount(test.house, person.id);
  });

  it('sweeps what is due and nothing else, the day before', async () => {
    test.clock.moveTo(addDays(addMonths(start, 6), -1));
    const counts = await sweep(test.house);
    assert.equal(counts['challenge deleted'], 4, 'the links of 31 August are over');
    assert.equal(counts['account erased'], undefined);
    assert.ok(await isHere(person.id));
  });

  it('makes the person nobody when six months are over (31 August + 6 months is 28 February)', async () => {
    test.clock.moveTo(new Date('2027-02-28T10:00:01Z'));
    assert.equal((await sweep(test.house))['account erased'], 1);
    assert.deepEqual(withoutKept(await scan(test.house, 'Avslutad', [test.folder])), []);
    assert.ok(await isHere(staying.id), 'who came back stays');
  });

  it('finds nothing more to do when it runs again', async () => {
    assert.deepEqual(await sweep(test.house), {});
  });

  it('forgets who a key was meant for when the key is over', async () => {
    const bound = await inHouse(test, (tx) =>
      tx.selectFrom('course_key').select('bound_email').where('bound_email', 'is not', null).execute(),
    );
    assert.equal(bound.length, 1);
    test.clock.moveTo(addDays(start, 301));
    const counts = await sweep(test.house);
    assert.equal(counts['course_key anonymised'], 1);
  });

  it('lets the log of looks go after a year, and years pass in seconds', async () => {
    test.clock.moveTo(addDays(start, 370));
    const counts = await sweep(test.house);
    assert.ok((counts['access_log deleted'] ?? 0) >= 2);
    const rows = await inHouse(test, (tx) => tx.selectFrom('access_log_subject').select('log_id').execute());
    assert.deepEqual(rows, []);
  });
});
