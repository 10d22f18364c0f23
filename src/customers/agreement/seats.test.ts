import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { addPerson, enrol, signedIn, type Person } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openRegister } from './testing.ts';

// Proof of E-01 as far as seats go, and of N-04: what was agreed is held by the database itself.

let at: Awaited<ReturnType<typeof openRegister>>;
before(async () => void (at = await openRegister()));
after(() => at.house.close());
beforeEach(async () => {
  for (const table of ['course_key', 'key_batch', 'enrolment', 'agreement_course', 'agreement']) await at.rows(`delete from ${table}`);
});

const redeem = async (key: string, person: Person) => {
  const cookie = await signedIn(at.house, person);
  const to = (await at.post('/nyckel', [['key', key]], cookie)).headers.get('location');
  return at.post(to!, [['choice', 'join']], cookie);
};

describe('seats', () => {
  it('are reserved by keys, used by who redeems them, and free at once when they leave, are let go or close their account', async () => {
    await at.agree({ seats: 3 });
    const [first, second] = await at.keys(2);
    assert.deepEqual(await at.figures().then(({ used, reserved }) => [used, reserved]), [0, 2]);
    const [anna, bo] = [await addPerson(at.house, 'Annas'), await addPerson(at.house, 'Bosse')];
    assert.match((await redeem(first!, anna)).headers.get('location')!, /fortsatt$/);
    assert.match((await redeem(second!, bo)).headers.get('location')!, /fortsatt$/);
    assert.deepEqual(await at.figures().then(({ used, reserved }) => [used, reserved]), [2, 0]);

    const page = await at.textOf(href('seats', { customer: at.customer.slug }), at.cookie);
    assert.match(page, /Av 3 platser är 2 använda, 0 reserverade av nycklar som inte är inlösta, och 1 lediga/);
    assert.match(page, /<svg/);
    assert.match(page, /GivenAnnas FamilyAnnas/);
    const looks = await at.rows('select l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1', [
      anna.id,
    ]);
    assert.ok(
      looks.some(({ fields }) => fields.includes('enrolment.course_id')),
      'the look is recorded',
    );

    const cookie = await signedIn(at.house, anna);
    const leave = href('leaveCourse', { customer: at.customer.slug, course: at.course.slug });
    assert.match(await at.textOf('/mina-roller', cookie), /Lämna kursen/);
    for (let turn = 0; turn < 2; turn++) assert.equal((await at.post(leave, [], cookie)).status, 303);
    assert.equal((await at.figures()).used, 1);
    assert.equal((await at.post(href('releaseSeat', { customer: at.customer.slug }), [['person', bo.id]], at.cookie)).status, 303);
    assert.equal((await at.figures()).used, 0);
    await enrol(at.house, await addPerson(at.house, 'Cilla'), at.course);
    await at.rows(`update account set closed_at = created_at, erase_due_at = created_at where given_name = 'GivenCilla'`);
    assert.equal((await at.figures()).used, 0);
  });

  it('of fifty who want the last one at the same instant one gets it', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => addPerson(at.house, `Sista${index}`)));
    await at.agree({ seats: 1 });
    const taken = await Promise.allSettled(people.map((person) => enrol(at.house, person, at.course)));
    assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 1);
    const refused = taken.filter((one) => one.status === 'rejected');
    assert.ok(refused.every(({ reason }) => reason.code === 'KU001'));
    assert.equal((await at.figures()).used, 1);
  });

  it('are counted by person: a second course takes none', async () => {
    await at.agree({ seats: 1 });
    const person = await addPerson(at.house, 'Ensam');
    await enrol(at.house, person, at.course);
    await enrol(at.house, person, at.second);
    assert.equal((await at.figures()).used, 1);
  });

  it('are held by whoever has had their data restricted, so that none is promised twice', async () => {
    await at.agree({ seats: 1 });
    const person = await addPerson(at.house, 'Begränsad');
    await enrol(at.house, person, at.course);
    await at.rows("insert into restriction (account_id, kind, began_at) values ($1, 'restriction', now())", [person.id]);
    assert.equal((await at.figures()).used, 1);
    await assert.rejects(enrol(at.house, await addPerson(at.house, 'Nästa'), at.course), { code: 'KU001' });
  });

  it('that are all taken refuse a key in plain words, and the key keeps', async () => {
    const [key] = await at.keys(1);
    await at.agree({ seats: 1 });
    await enrol(at.house, await addPerson(at.house, 'Forst'), at.course);
    const late = await addPerson(at.house, 'Sen');
    const answer = await redeem(key!, late);
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /Alla platser är tagna/);
    assert.equal((await at.rows('select from course_key where redeemed_at is null')).length, 1);
    await at.rows('update enrolment set ends_at = app.now()');
    assert.match((await redeem(key!, late)).headers.get('location')!, /fortsatt$/);
  });

  it('limit batches, unblocking and new courses with a clear sentence at the field', async () => {
    await at.agree({ seats: 2, courses: [at.course.courseId] });
    const make = (course: string, count: string) =>
      at.post(
        href('makeKeyBatch', { customer: at.customer.slug }),
        [
          ['course', course],
          ['label', 'Vår'],
          ['expires', '2027-06-01'],
          ['count', count],
        ],
        at.cookie,
      );
    const many = await make(at.course.slug, '3');
    assert.equal(many.status, 422);
    const text = await many.text();
    assert.match(text, /Så många lediga platser finns inte i avtalet/);
    assert.match(text, /value="Vår"/);
    const other = await make(at.second.slug, '1');
    assert.equal(other.status, 422);
    assert.match(await other.text(), /Kursen ingår inte i ert avtal/);
    assert.equal((await at.rows('select from key_batch')).length, 0);
    assert.equal((await make(at.course.slug, '2')).status, 200);
    await at.rows('update course_key set blocked_at = app.now()');
    await at.keys(1);
    await assert.rejects(at.rows('update course_key set blocked_at = null'), { code: 'KU001' });
  });

  it('reserved by keys that are blocked or have expired are free at once, and a full agreement can still replace a lost key', async () => {
    await at.agree({ seats: 2 });
    await at.keys(2);
    const left = async () =>
      (await at.textOf(href('newKeyBatch', { customer: at.customer.slug }), at.cookie)).match(/[^>]*platser[^<]*/)?.[0];
    assert.match((await left())!, /Alla 2 platser i avtalet är tagna eller reserverade/);
    const [{ batch_id: batch }] = await at.rows('select batch_id from course_key limit 1');
    const one = await at.rows('select id from course_key limit 1');
    const replaced = await at.post(href('replaceKeys', { customer: at.customer.slug, batch }), [['keys', one[0].id]], at.cookie);
    assert.equal(replaced.status, 200);
    assert.equal((await at.figures()).reserved, 2);
    await at.rows(
      'update course_key set blocked_at = app.now() where blocked_at is null and id in (select id from course_key where blocked_at is null limit 1)',
    );
    assert.match((await left())!, /En av avtalets 2 platser är ledig/);
    const now = at.house.clock.now();
    at.house.clock.moveTo(new Date(now.getTime() + 91 * 86_400_000));
    assert.equal((await at.figures()).reserved, 0);
    at.house.clock.moveTo(now);
  });

  it('are never promised twice by batches that are made at the same instant', async () => {
    await at.agree({ seats: 5 });
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => at.keys(2)));
    assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 2);
    assert.equal((await at.figures()).reserved, 4);
  });

  it('are for the customer’s administrator alone', async () => {
    await at.agree();
    const teacher = await addPerson(at.house, 'Lararen');
    await at.give(teacher, 'teacher');
    const path = href('seats', { customer: at.customer.slug });
    assert.equal((await at.get(path, await signedIn(at.house, teacher))).status, 404);
    assert.equal((await at.get(path, at.desk)).status, 404, 'the operator sees figures, not people');
    assert.equal((await at.post(path, [['person', teacher.id]], await signedIn(at.house, teacher))).status, 404);
  });
});
