import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, inHouse, setUpOperator, signedIn, smallCourse } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';

// Proof of N-09: one goes on where one was, with what one had with one.

describe('the home page', () => {
  let house: TestHouse;
  let cookie: string;
  let people = 0;
  let taken: (slug: string, row?: object) => Promise<{ enrolment: string; customer: string; course: string }>;
  const now = () => house.clock.now();
  const text = async (as = cookie) => (await house.app.request('/hem', { headers: { cookie: as } })).text();

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
  });
  after(() => house.close());
  beforeEach(async () => {
    const person = await addPerson(house, `Hemma${++people}`);
    cookie = await signedIn(house, person);
    taken = async (slug, row = {}) => {
      const { id } = await addCustomer(house, `${slug}-${people}`);
      const course = await addCourse(house, id, { ...smallCourse, slug, title: `Kursen ${slug}` });
      const enrolment = await enrol(house, person, course);
      if (Object.keys(row).length > 0) {
        await inHouse(house, (tx) => tx.updateTable('enrolment').set(row).where('id', '=', enrolment).execute());
      }
      return { enrolment, customer: id, course: course.courseId };
    };
  });

  const plan = (at: { customer: string; course: string }, row: object) =>
    inHouse(house, (tx) =>
      tx
        .insertInto('course_plan')
        .values({ customer_id: at.customer, course_id: at.course, ...row })
        .execute(),
    );
  const own = (at: { customer: string; enrolment: string }, row: object) =>
    inHouse(house, (tx) =>
      tx
        .insertInto('own_deadline')
        .values({ customer_id: at.customer, enrolment_id: at.enrolment, ...row })
        .execute(),
    );
  const order = (html: string) => [...html.matchAll(/Kursen ([a-z]+)(?=<)/g)].map(([, slug]) => slug);

  test('what is late comes first, then what is due soon, begun, new and done, whosever courses they are', async () => {
    await taken('klar', { completed_at: now() });
    await taken('ny');
    await taken('igang', { last_active_at: now() });
    await plan(await taken('snart'), { due_at: addDays(now(), 3) });
    await own(await taken('sen'), { due_at: addDays(now(), -2) });
    const html = await text();
    assert.deepEqual(order(html), ['sen', 'snart', 'igang', 'ny', 'klar']);
    assert.match(html, /Försenad<\/span> Skulle ha varit klar/);
    assert.match(html, /Snart sista dag<\/span> Ska vara klar/);
    assert.equal(html.match(/class="button primary"/g)?.length, 1);
  });

  test('one’s own day goes before everyone’s; days are counted from one’s start; who is let off has no day', async () => {
    const late = await taken('undantag');
    await plan(late, { due_at: addDays(now(), -1) });
    await own(late, { waiver_reason: 'Föräldraledig' });
    await plan(await taken('dagar', { created_at: addDays(now(), -31) }), { days_to_finish: 30 });
    const html = await text();
    assert.deepEqual(order(html), ['dagar', 'undantag']);
    assert.equal(html.match(/Försenad/g)?.length, 1);
    assert.doesNotMatch(html, /Föräldraledig/);
  });

  test('nobody else’s courses are there, and the scope is as before when the courses are read', async () => {
    await taken('min');
    const stranger = await signedIn(house, await addPerson(house, `Annan${people}`));
    assert.deepEqual(order(await text(stranger)), []);
    const { pool } = house.house.database;
    const { rows } = await pool.query(`select app.my_courses(), current_setting('app.customer_id', true) as scope`);
    assert.equal(rows[0].scope || '', '');
  });

  test('it is read together with the entry, in one statement however many the customers are', async () => {
    for (const slug of ['ett', 'fyra', 'fem']) await taken(slug);
    const { pool } = house.house.database;
    let trips = 0;
    const count = () => void trips++;
    pool.on('acquire', count);
    assert.equal(order(await text()).length, 3);
    pool.off('acquire', count);
    assert.equal(trips, 1);
  });
});
