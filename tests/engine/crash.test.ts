import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engineOf, eraseForever, findReceipt, scan, sweep, type Receipt } from '../../src/privacy/index.ts';
import { withoutKept } from '../support/kept-traces.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../support/world.ts';
import { cutAtStatement } from './cut-line.ts';

/** Erasure cut off at every statement it makes, and taken up where it stood (N-30): the end is the same as of one that ran through. */
describe('an erasure that is cut off', () => {
  let test: TestHouse;
  let gone: Awaited<ReturnType<typeof addFullPerson>>;
  let through: Awaited<ReturnType<typeof addFullPerson>>;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    gone = await addFullPerson(test, 'Avbruten', course, admin);
    through = await addFullPerson(test, 'Ostord', course, admin);
    await engineOf(test.house.database);
  });
  after(() => test.close());

  const stateOf = async () =>
    (
      await test.owner.query<{ id: string; state: string; account_id: string | null; confirmed: string[] }>(
        'select id, state, account_id, confirmed from erasure order by requested_at limit 1',
      )
    ).rows[0];
  const here = async () => (await test.owner.query('select from account where id = $1', [gone.id])).rowCount === 1;
  const rowsAbout = async () =>
    Number((await test.owner.query('select count(*) as rows from message where author_id = $1', [gone.id])).rows[0].rows);

  it('leaves nothing half done, whichever of its steps fails in the database', async () => {
    const messages = await rowsAbout();
    const { erasure } = await engineOf(test.house.database);
    await test.owner.query(`create function fault() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`);
    // Sessions have gone already when an erasure begins.
    const tables = [...new Set(erasure.steps.map(({ table }) => table))].filter((table) => table !== 'session');
    for (const table of tables) {
      await test.owner.query(`create trigger fault before update or delete on ${table} for each row execute function fault()`);
      const told = await eraseForever(test.house, [gone.id], 'request').catch((error: Error) => error.message);
      await test.owner.query(`drop trigger fault on ${table}`);
      assert.equal(told, 'planted', `${table} is gone through`);
      assert.equal(await rowsAbout(), messages, `a fault in ${table} left half of it`);
      assert.equal((await stateOf())?.state, 'started', 'it is still to be done');
    }
    process.stdout.write(`# failed in ${tables.length} tables\n`);
  });

  it('is whole or not begun in the database, at whichever statement, and never says done too early', async () => {
    const messages = await rowsAbout();
    assert.ok(messages > 0);
    let crashes = 0;
    let [midway, finished] = [0, false];
    for (let nth = 1; !finished; nth++) {
      const { cut } = await cutAtStatement(nth, () => eraseForever(test.house, [gone.id], 'request'));
      const state = await stateOf();
      if (cut) crashes++;
      if (await here()) assert.equal(await rowsAbout(), messages, `statement ${nth} left half of it`);
      else if (state?.state !== 'done') midway++;
      assert.ok(state?.state !== 'done' || !(await here()), `statement ${nth}: done, and yet there`);
      if (state?.state === 'done') assert.deepEqual(state.confirmed.length, 6);
      finished = !(await here());
    }
    assert.ok(crashes > 5 && midway > 0, `only ${crashes} statements were cut off`);
    process.stdout.write(`# cut off at ${crashes} statements, ${midway} times between the database and the other stores\n`);
  });

  it('is taken up by the sweep, statement by statement, until every store has confirmed', async () => {
    for (let nth = 1; (await stateOf())?.state !== 'done'; nth += 3) {
      assert.ok(nth < 500);
      await cutAtStatement(nth, () => sweep(test.house));
    }
    assert.equal((await stateOf())?.account_id, null);
  });

  it('leaves nothing, and the same receipt as one that ran through', async () => {
    for (const marker of ['Avbruten', 'avbruten@person.example', gone.id, gone.ids[3]!])
      assert.deepEqual(withoutKept(await scan(test.house, marker, [test.folder])), []);
    const [id] = await eraseForever(test.house, [through.id], 'request');
    const receipts = [await findReceipt(test.house, (await stateOf())!.id), await findReceipt(test.house, id!)];
    const [cutOff, ranThrough] = receipts.map((receipt) => (receipt!.receipt as Receipt).rows);
    assert.deepEqual(cutOff, ranThrough);
    assert.deepEqual(receipts[0]?.confirmed, receipts[1]?.confirmed);
  });
});
