import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { addPerson, enrol, inHouse, type Person } from '../../../tests/support/world.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { addDays } from '../../platform/clock.ts';
import { eraseForever } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import type { SeatFigures } from './agreement.queries.ts';
import { openRegister } from './testing.ts';

// Proof of N-04 as far as the operator's list goes (decision 725): a count that is kept is what a new count says, whatever has happened.

let at: Awaited<ReturnType<typeof openRegister>>;
let began: Date;
before(async () => {
  at = await openRegister();
  began = at.house.clock.now();
});
after(() => at.house.close());
beforeEach(async () => {
  at.house.clock.moveTo(began);
  for (const table of ['course_key', 'key_batch', 'enrolment', 'agreement_course', 'agreement', 'seat_count', 'seat_change'])
    await at.rows(`delete from ${table}`);
});

const listed = async (tx: Tx) => (await sql<SeatFigures>`select * from app.listed_seats(${at.customer.id})`.execute(tx)).rows[0];
const inList = () => inHouse(at.house, listed);
const counted = () =>
  inHouse(at.house, async (tx) => (await sql<SeatFigures>`select * from app.seat_figures(${at.customer.id})`.execute(tx)).rows[0]);
const isKept = () =>
  inHouse(
    at.house,
    async (tx) => (await sql<{ holds: boolean }>`select app.seats_hold(c) as holds from seat_count c`.execute(tx)).rows[0]?.holds,
  );

const miscounted = () =>
  inHouse(at.house, async (tx) => (await sql<{ wrong: number }>`select app.miscounted_seats() as wrong`.execute(tx)).rows[0]!.wrong);

/** A transaction that goes on until it is told to commit. */
function underWay(work: (tx: Tx) => Promise<unknown>) {
  const [done, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = at.house.house.database.transaction(acrossCustomers('seed'), async (tx) => {
    await work(tx);
    done.resolve();
    await commit.promise;
  });
  return { begun: done.promise, commit: () => (commit.resolve(), ended) };
}

const insertAccess = (tx: Tx, person: Person) =>
  tx
    .insertInto('enrolment')
    .values({
      customer_id: at.customer.id,
      course_id: at.course.courseId,
      version_id: at.course.versionId,
      account_id: person.id,
      source: 'key',
    })
    .execute();

describe('the seats in the operator’s list', () => {
  it('are what a new count says after anything that may change them, and after the clock', async () => {
    const people: Person[] = [];
    const someone = (nth: number) => people[nth % Math.max(1, people.length)]?.id ?? randomUUID();
    let agreements = 0;
    const happens: Record<string, (nth: number) => Promise<unknown>> = {
      join: async (nth) => {
        const person = await addPerson(at.house, `P${people.length}`);
        people.push(person);
        await enrol(at.house, person, nth % 2 ? at.course : at.second);
      },
      end: (nth) => at.rows('update enrolment set ends_at = $2 where account_id = $1', [someone(nth), at.house.clock.now()]),
      endLater: (nth) =>
        at.rows('update enrolment set ends_at = $2 where account_id = $1', [someone(nth), addDays(at.house.clock.now(), nth)]),
      goOn: (nth) => at.rows('update enrolment set ends_at = null where account_id = $1', [someone(nth)]),
      close: (nth) =>
        at.rows('update account set closed_at = $2 where id = $1 and closed_at is null', [someone(nth), at.house.clock.now()]),
      open: (nth) =>
        at.rows(`update account set closed_at = null, erase_due_at = null where id = $1 and kind <> 'pseudonym'`, [someone(nth)]),
      erase: (nth) => eraseForever(at.house.house, people.length > 0 ? [someone(nth)] : [], 'request'),
      restrict: (nth) =>
        at.rows(
          `insert into restriction (account_id, kind, began_at)
           select id, 'restriction', now() from account where id = $1 and kind <> 'pseudonym' on conflict do nothing`,
          [someone(nth)],
        ),
      keys: () => at.keys(2),
      block: () => at.rows('update course_key set blocked_at = $1 where id = (select id from course_key limit 1)', [at.house.clock.now()]),
      remove: () => at.rows('delete from course_key where id = (select id from course_key limit 1)'),
      drop: (nth) => at.rows('delete from enrolment where account_id = $1', [someone(nth)]),
      narrow: async () => {
        await at.rows('update agreement set ends_at = $1 where ends_at is null or ends_at > $1', [at.house.clock.now()]);
        await at.agree({ seats: 500, courses: agreements++ % 2 ? [] : [at.course.courseId], startsAt: at.house.clock.now() });
      },
      days: async (nth) => at.house.clock.moveTo(addDays(at.house.clock.now(), nth)),
      hours: async (nth) => at.house.clock.moveTo(new Date(at.house.clock.now().getTime() + nth * 3_600_000)),
    };
    const step = fc.record({ name: fc.constantFrom(...Object.keys(happens)), nth: fc.integer({ min: 1, max: 40 }) });
    await at.agree({ seats: 500 });
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
        for (const { name, nth } of steps) {
          await happens[name]!(nth);
          assert.deepEqual(await inList(), await counted(), name);
          if (await isKept()) kept += 1;
          assert.deepEqual(await inList(), await counted(), `${name}, asked again`);
          assert.equal(await miscounted(), 0);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    assert.ok(kept > 0, 'the counts were not counted anew each time');
  });

  it('follow the clock within the day: an access and a key that end, an agreement that ends and the one that begins', async () => {
    const hours = (count: number) => new Date(began.getTime() + count * 3_600_000);
    await at.agree({ seats: 500 });
    await enrol(at.house, await addPerson(at.house, 'Kort'), at.course);
    await enrol(at.house, await addPerson(at.house, 'Lang'), at.course);
    await at.keys(2);
    await at.rows(`update enrolment set ends_at = $1 where account_id = (select id from account where given_name = 'GivenKort')`, [
      hours(2),
    ]);
    await at.rows('update course_key set expires_at = $1 where id = (select id from course_key limit 1)', [hours(4)]);
    await at.rows('update agreement set ends_at = $1', [hours(6)]);
    await at.agree({ seats: 300, courses: [at.second.courseId], startsAt: hours(8) });
    const seen = [];
    for (const hour of [1, 3, 5, 7, 9]) {
      at.house.clock.moveTo(hours(hour));
      const found = await inList();
      assert.deepEqual(found, await counted(), `after ${hour} hours`);
      seen.push(found && [found.seats, found.used, found.reserved]);
    }
    assert.deepEqual(seen, [[500, 2, 2], [500, 1, 2], [500, 1, 1], undefined, [300, 0, 0]]);
  });

  it('are not counted again while nothing has changed: what a student does in a course is no change', async () => {
    await at.agree({ seats: 500 });
    await enrol(at.house, await addPerson(at.house, 'Ada'), at.course);
    await inList();
    const [first] = await at.rows('select seen::text, counted_at from seat_count');
    await at.rows('update enrolment set last_active_at = now(), completed_at = now()');
    await at.rows(`update account set given_name = 'Adela'`);
    assert.equal((await inList())!.used, 1);
    assert.match(await at.textOf(href('customers'), at.desk), /1 använda och 0 reserverade av 500/);
    assert.deepEqual((await at.rows('select seen::text, counted_at from seat_count'))[0], first);
    await enrol(at.house, await addPerson(at.house, 'Beda'), at.course);
    assert.match(await at.textOf(href('customers'), at.desk), /2 använda/);
    assert.deepEqual(await at.rows('select * from seat_change'), [], 'what the count has seen is not kept');
  });

  it('show whoever joins while they are counted, and nobody waits', async () => {
    await at.agree({ seats: 500 });
    const [ada, beda, cilla] = [await addPerson(at.house, 'Ada2'), await addPerson(at.house, 'Beda2'), await addPerson(at.house, 'Cilla2')];
    // One joins and is not done: the list is counted without them, is shown, and counts anew when they are.
    const joining = underWay((tx) => insertAccess(tx, ada));
    await joining.begun;
    assert.equal((await inList())!.used, 0);
    await joining.commit();
    assert.equal((await inList())!.used, 1);
    // Someone joins after the list was counted and before its transaction ends.
    const listing = underWay(listed);
    await listing.begun;
    await enrol(at.house, beda, at.course);
    assert.equal((await inList())!.used, 2, 'a second list is counted beside the first and does not wait for it');
    await listing.commit();
    assert.equal((await inList())!.used, 2);
    // Someone who changes their mind leaves no change behind.
    const undone = at.house.house.database.transaction(acrossCustomers('seed'), async (tx) => {
      await insertAccess(tx, cilla);
      throw new Error('changed their mind');
    });
    await assert.rejects(undone, /changed their mind/);
    assert.equal((await inList())!.used, 2);
    assert.equal(await isKept(), true);
  });

  it('are for those who run the customers alone, also what is kept of them', async () => {
    await at.agree({ seats: 500 });
    await inList();
    const boss = {
      purpose: 'administer-customer',
      accountId: (await at.rows('select account_id as id from membership where role = $1', ['customer_admin']))[0]!.id as string,
      customerId: at.customer.id,
      staffOf: at.customer.id,
    };
    const seen = await at.house.house.database.transaction(boss, async (tx) => ({
      listed: await listed(tx),
      kept: await tx.selectFrom('seat_count').selectAll().execute(),
      changes: await tx.selectFrom('seat_change').selectAll().execute(),
    }));
    assert.deepEqual(seen, { listed: undefined, kept: [], changes: [] });
  });
});
