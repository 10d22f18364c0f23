import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dataMap } from '../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, setUpOperator, type Person } from '../../tests/support/world.ts';
import { engineOf } from './engine.ts';
import { sweepPlan } from './retention-plan.ts';
import { sweep, sweepStep } from './sweep.ts';

/** N-21: what is due goes batch by batch, the oldest first, whatever the batches meet. */
describe('the batches of a sweep', () => {
  let test: TestHouse;
  let held: Person;
  let other: Person;
  const batch = 4;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    held = await addPerson(test, 'Tvist');
    other = await addPerson(test, 'Vanlig');
    const decider = await addPerson(test, 'Beslutare');
    await test.owner.query(
      `insert into legal_hold (account_id, law, reason, ends_at, asked_by, asked_at, decision, decided_by, decided_at)
       values ($1, 'artikel 17.3 e', 'En tvist pågår.', $4::timestamptz + interval '1 year', $2, $4, 'placed', $3, $4)`,
      [held.id, other.id, decider.id, test.clock.now()],
    );
  });
  after(() => test.close());

  const addRows = (person: Person, rows: number, minutes: string) =>
    test.owner.query(
      `insert into notification (account_id, event, shown, created_at, read_at, due_at)
       select $1, 'message-to-student', true, $3::timestamptz, $3, $3::timestamptz - (${minutes}) * interval '1 minute' from generate_series(1, $2::int) n`,
      [person.id, rows, test.clock.now()],
    );
  const left = async (person: Person) => (await test.owner.query('select from notification where account_id = $1', [person.id])).rowCount;
  const step = async () => {
    const { catalog } = await engineOf(test.house.database);
    return sweepPlan(dataMap, catalog).find(({ table }) => table === 'notification')!;
  };

  it('take all that is due, many at the same moment, around those that a law holds', async () => {
    await addRows(other, 11, 'n');
    await addRows(held, 7, 'n');
    await addRows(other, 10, '3');
    await addRows(other, 5, '-60');
    assert.equal(await sweepStep(test.house.database, await step(), batch), 21);
    assert.equal(await left(held), 7);
    assert.equal(await left(other), 5, 'what is not due yet stays');
    assert.equal(await sweepStep(test.house.database, await step(), batch), 0, 'a second sweep finds nothing');
  });

  it('leave a row that is given a later time while they are under way', async () => {
    await addRows(other, 3, '10');
    const mine = `account_id = '${other.id}' and due_at = (select min(due_at) from notification where account_id = '${other.id}')`;
    await test.owner.query(
      `begin; update notification set due_at = due_at + interval '1 year' where ctid = (select ctid from notification where ${mine} limit 1)`,
    );
    const sweeping = sweepStep(test.house.database, await step(), batch);
    await waitForLock();
    await test.owner.query('commit');
    assert.equal(await sweeping, 2);
    assert.equal(await left(other), 6);
  });

  it('go past such a row and on to the rest, though it was of a full batch', async () => {
    const there = await left(other);
    await addRows(other, 11, 'n');
    const oldest = `select id from notification where account_id = '${other.id}' order by due_at limit 1`;
    await test.owner.query(`begin; update notification set due_at = due_at + interval '1 year' where id = (${oldest})`);
    const sweeping = sweepStep(test.house.database, await step(), batch);
    await waitForLock();
    await test.owner.query('commit');
    assert.equal(await sweeping, 10);
    assert.equal(await left(other), there! + 1);
  });

  it('go on over long gaps and through crowds', async () => {
    const there = (await left(other))!;
    await addRows(other, 9, 'n * 5000');
    await addRows(other, 60, '3000');
    await addRows(held, 6, '2000 + n');
    await addRows(other, 30, 'n / 1000.0');
    const heldBefore = await left(held);
    assert.equal(await sweepStep(test.house.database, await step(), batch), 99);
    assert.equal(await left(other), there);
    assert.equal(await left(held), heldBefore);
  });

  /** Until the sweep waits for the row that is being changed. */
  const waitForLock = async () => {
    for (let tries = 0; tries < 500; tries++) {
      const { rowCount } = await test.owner.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      if (rowCount) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.fail('The sweep never waited for the row.');
  };
});

/** E-20: as many as there are, in sets, the keyring once for many of them. */
describe('closed people of whom there are many', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    await test.owner.query(
      `insert into account (id, kind, email, email_confirmed_at, given_name, family_name, language, created_at, closed_at, erase_due_at)
       select gen_random_uuid(), 'personal', 'slut' || n || '@person.example', $1, 'Slut', 'Slut' || n, 'sv', $1, $1, $1 from generate_series(1, 260) n`,
      [test.clock.now()],
    );
  });
  after(() => test.close());

  const count = async (of: string) => Number((await test.owner.query(`select count(*) as n from ${of}`)).rows[0].n);

  it('all become nobody, each with a receipt that every store has confirmed, and the one that a fault stops is taken up', async () => {
    const one = (await test.owner.query<{ id: string }>('select id from account where erase_due_at is not null order by id desc limit 1'))
      .rows[0]!;
    await test.owner.query(`create function fault() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`);
    await test.owner.query(
      `create trigger fault before delete on account for each row when (old.id = '${one.id}') execute function fault()`,
    );
    await assert.rejects(sweep(test.house), /planted/);
    const stopped = await count("erasure where state = 'started' and account_id is not null");
    assert.ok(stopped > 0 && (await count("erasure where state = 'started'")) === 260, 'none is done before all stores are');
    await test.owner.query('drop trigger fault on account');
    const counts = await sweep(test.house);
    assert.equal(counts['erasure resumed'], 260);
    assert.equal(await count("account where given_name = 'Slut'"), 0);
    assert.equal(await count("erasure where state = 'done' and cardinality(confirmed) = 6 and account_id is null"), 260);
  });
});
