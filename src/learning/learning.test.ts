import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';

// Proof of N-09: one goes on where one was.

describe('learning', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let customerId: string;
  let person: Person;
  let enrolment: string;
  let cookie: string;
  let single: { id: string; right: string; wrong: string };
  let short: string;
  let people = 0;
  const root = '/k/nordhammar/kurser/liten-kurs';
  const get = (path: string, as = cookie, headers: Record<string, string> = {}) =>
    house.app.request(path, { headers: { cookie: as, ...headers } });
  const page = async (path: string, as = cookie) => (await get(path, as)).text();
  const post = async (path: string, fields: Record<string, string>, as = cookie) => house.app.request(path, formPost(fields, as));
  const rows = async (sql: string, values: unknown[] = []) => (await house.owner.query(sql, values)).rows;
  const answers = () => rows('select question_id, response, correct from answer where enrolment_id = $1 order by answered_at', [enrolment]);
  const visits = () =>
    rows(
      `select p.position, v.completed_at is not null as done from page_visit v join course_page p on p.id = v.page_id
          where enrolment_id = $1 order by position`,
      [enrolment],
    );
  const resumesAt = async () => (await get(`${root}/fortsatt`)).headers.get('location');

  /** The place is written after the answer: wait for it, briefly. */
  async function eventually(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100 && !(await holds()); tries++) await pause(10);
    assert.ok(await holds());
  }

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    customerId = (await addCustomer(house)).id;
    course = await addCourse(house, customerId);
    const [first] = await rows(`select id, body from question where version_id = $1 and kind = 'single'`, [course.versionId]);
    const optionOf = (correct: boolean) =>
      first.body.options.find((option: { correct: boolean }) => option.correct === correct).id as string;
    single = { id: first.id, right: optionOf(true), wrong: optionOf(false) };
    short = (await rows(`select id from question where version_id = $1 and kind = 'short'`, [course.versionId]))[0].id;
  });
  beforeEach(async () => {
    person = await addPerson(house, `Elev${++people}`);
    enrolment = await enrol(house, person, course);
    cookie = await signedIn(house, person);
  });
  after(() => house.close());

  test('a page shows its text, its place, the outline and the way on, and gives no key away', async () => {
    const html = await page(`${root}/sidor/1`);
    assert.match(html, /<h1 lang="sv">Första sidan<\/h1>/);
    assert.match(html, /Sida 1 av 2 · 5\u00a0min/);
    assert.match(html, /<h2[^>]*>Rubrik<\/h2>/);
    assert.match(html, /0 av 2 sidor klara/);
    assert.match(html, /10\u00a0min kvar av kursen/);
    assert.match(html, /<a href="\/k\/nordhammar\/kurser\/liten-kurs\/sidor\/1" aria-current="page">/);
    assert.match(html, /Nästa sida: Andra sidan, 5\u00a0min\./);
    assert.match(html, /Vad är rätt\?/);
    assert.doesNotMatch(html, /Det är rätt\.|Ordet är ord/);
    assert.doesNotMatch(html, new RegExp(`Family${person.familyName}|${enrolment}|${person.id}`));
  });

  test('a page costs one round trip and writes nothing before the answer', async () => {
    const { pool } = house.house.database;
    const connect = pool.connect.bind(pool);
    let trips = 0;
    pool.connect = ((...asked: Parameters<typeof connect>) => {
      trips += 1;
      return connect(...asked);
    }) as typeof pool.connect;
    try {
      await get(`${root}/sidor/1`);
      assert.equal(trips, 1);
    } finally {
      pool.connect = connect;
    }
    await eventually(async () => (await visits()).length === 1);
  });

  test('opening a page is remembered on every device; opening it again writes nothing', async () => {
    assert.equal(await resumesAt(), `${root}/sidor/1`);
    await get(`${root}/sidor/2`);
    const device = await signedIn(house, person);
    await eventually(async () => (await get(`${root}/fortsatt`, device)).headers.get('location') === `${root}/sidor/2`);
    const before = await rows('select xmin from enrolment where id = $1', [enrolment]);
    await get(`${root}/sidor/2`);
    await get(`${root}/sidor/1`, cookie, { 'sec-purpose': 'prefetch' });
    await pause(100);
    assert.deepEqual(await rows('select xmin from enrolment where id = $1', [enrolment]), before);
  });

  test('next marks the page as done and goes on; after the last comes the test', async () => {
    const on = await post(`${root}/sidor/1`, { intent: 'next' });
    assert.equal(on.status, 303);
    assert.equal(on.headers.get('location'), `${root}/sidor/2`);
    assert.equal(await resumesAt(), `${root}/sidor/2`);
    assert.deepEqual(await visits(), [
      { position: 1, done: true },
      { position: 2, done: false },
    ]);
    assert.equal((await post(`${root}/sidor/2`, { intent: 'next' })).headers.get('location'), `${root}/slutprov`);
    assert.match(await page(`${root}/sidor/2`), /Du har markerat alla sidor som klara\./);
  });

  test('a page is marked as done and not done again, however often it is pressed', async () => {
    const pressed = await Promise.all(Array.from({ length: 5 }, () => post(`${root}/sidor/1`, { intent: 'done' })));
    for (const answer of pressed) assert.equal(answer.headers.get('location'), `${root}/sidor/1`);
    assert.match(await page(`${root}/sidor/1`), /Sidan är klar\..*1 av 2|1 av 2 sidor klara/s);
    await post(`${root}/sidor/1`, { intent: 'undo' });
    assert.deepEqual(await visits(), [{ position: 1, done: false }]);
  });

  test('the browser tells which page is open and gets no page back', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
      cookie,
    };
    const told = await house.app.request(`${root}/sidor/2`, { method: 'POST', headers, body: 'intent=open' });
    assert.equal(told.status, 204);
    assert.equal(await resumesAt(), `${root}/sidor/2`);
  });

  test('an answer says right or not yet and why, and is there when one comes back', async () => {
    const wrong = await post(`${root}/fragor/${single.id}`, { client_id: crypto.randomUUID(), answer: single.wrong });
    assert.equal(wrong.headers.get('location'), `${root}/sidor/1#fraga-1`);
    assert.match(
      await page(`${root}/sidor/1`),
      /Inte rätt ännu.*Det är inte rätt\..*Sparat \d{1,2}\.\d\d.*Svara igen|Svara igen.*Inte rätt ännu.*Det är inte rätt\./s,
    );
    await post(`${root}/fragor/${single.id}`, { client_id: crypto.randomUUID(), answer: single.right });
    const html = await page(`${root}/sidor/1`);
    assert.match(html, /notice done.*Rätt.*Det är rätt\./s);
    assert.match(html, new RegExp(`value="${single.right}" checked`));
    assert.deepEqual(
      (await answers()).map((row) => row.correct),
      [false, true],
    );
  });

  test('ten sends of the same try are one answer', async () => {
    const client_id = crypto.randomUUID();
    const sent = await Promise.all(Array.from({ length: 10 }, () => post(`${root}/fragor/${short}`, { client_id, answer: ' ORD ' })));
    for (const answer of sent) assert.equal(answer.status, 303);
    assert.deepEqual(await answers(), [{ question_id: short, response: { text: 'ORD' }, correct: true }]);
  });

  test('the queue in the browser gets the feedback to show', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
      cookie,
    };
    const send = (answer: string) =>
      house.app.request(`${root}/fragor/${short}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ client_id: crypto.randomUUID(), answer }).toString(),
      });
    assert.match(((await (await send('ord')).json()) as { feedback: string }).feedback, /Rätt.*Ordet är ord\..*Sparat/s);
    const blank = await send(' ');
    assert.equal(blank.status, 422);
    assert.deepEqual(await blank.json(), { problem: 'Svara på frågan först.' });
  });

  test('a blank or broken answer keeps the page and what was typed, and says what to do', async () => {
    const blank = await post(`${root}/fragor/${single.id}`, {});
    assert.equal(blank.status, 422);
    assert.match(await blank.text(), /Svara på frågan först\./);
    const long = 'å'.repeat(301);
    const tooLong = await post(`${root}/fragor/${short}`, { client_id: 'nonsense', answer: long });
    const html = await tooLong.text();
    assert.equal(tooLong.status, 422);
    assert.match(html, /Svaret är för långt\. Korta det till högst 300 tecken\./);
    assert.ok(html.includes(`value="${long}"`));
    assert.equal((await post(`${root}/fragor/${single.id}`, { answer: 'no-such-option' })).status, 422);
    assert.deepEqual(await answers(), []);
  });

  test('a question of the final test is not answered on a page', async () => {
    const [tested] = await rows(`select id from question where version_id = $1 and page_id is null limit 1`, [course.versionId]);
    assert.equal((await post(`${root}/fragor/${tested.id}`, { client_id: crypto.randomUUID(), answer: 'true' })).status, 404);
  });

  test('who is not in the course finds nothing: a stranger, its staff, a visitor, another customer’s student', async () => {
    const stranger = await signedIn(house, await addPerson(house, `Gäst${people}`));
    const teacher = await addPerson(house, `Lärare${people}`);
    await makeStaff(house, teacher, customerId, course.courseId);
    const other = await addCustomer(house, `annan-${people}`);
    const foreigner = await addPerson(house, `Annan${people}`);
    await enrol(house, foreigner, await addCourse(house, other.id));
    for (const as of [stranger, await signedIn(house, teacher), await signedIn(house, foreigner)]) {
      for (const path of [`${root}/sidor/1`, `${root}/fortsatt`]) assert.equal((await get(path, as)).status, 404, path);
      assert.equal((await post(`${root}/sidor/1`, { intent: 'done' }, as)).status, 404);
      assert.equal((await post(`${root}/fragor/${short}`, { client_id: crypto.randomUUID(), answer: 'ord' }, as)).status, 404);
    }
    assert.match((await get(`${root}/sidor/1`, '')).headers.get('location') ?? '', /^\/logga-in/);
    assert.equal((await get(`${root}/sidor/9`)).status, 404);
    assert.equal((await get('/k/nordhammar/kurser/finns-inte/sidor/1')).status, 404);
    assert.deepEqual(await answers(), []);
  });

  test('one student’s answers and place are never another’s', async () => {
    await post(`${root}/fragor/${short}`, { client_id: crypto.randomUUID(), answer: 'mitteget' });
    await post(`${root}/sidor/1`, { intent: 'next' });
    const other = await addPerson(house, `Granne${people}`);
    await enrol(house, other, course);
    const as = await signedIn(house, other);
    assert.doesNotMatch(await page(`${root}/sidor/1`, as), /mitteget|Sidan är klar/);
    assert.equal((await get(`${root}/fortsatt`, as)).headers.get('location'), `${root}/sidor/1`);
  });

  test('my courses: one button to go on, with the page and what is left', async () => {
    assert.match(await page('/hem'), /Börja kursen: Första sidan/);
    await post(`${root}/sidor/1`, { intent: 'next' });
    const html = await page('/hem');
    assert.match(html, /<a class="button primary" href="\/k\/nordhammar\/kurser\/liten-kurs\/fortsatt">Fortsätt kursen: Andra sidan<\/a>/);
    assert.match(html, /Kunden nordhammar · 5\u00a0min kvar/);
    assert.match(html, /1 av 2 sidor klara/);
    assert.equal(html.match(/class="button primary"/g)?.length, 1);
    await post(`${root}/sidor/2`, { intent: 'next' });
    assert.match(await page('/hem'), /href="\/k\/nordhammar\/kurser\/liten-kurs\/slutprov">Till slutprovet/);
  });

  test('my courses of several customers stand together, the last used first', async () => {
    const other = await addCustomer(house, `skolan-${people}`);
    await enrol(house, person, await addCourse(house, other.id, { ...smallCourse, slug: 'andra-kursen', title: 'Andra kursen' }));
    await post(`${root}/sidor/1`, { intent: 'done' });
    const html = await page('/hem');
    assert.match(html, /<h2 id="current" lang="sv">Liten kurs.*Fler kurser.*Andra kursen/s);
    assert.equal(html.match(/class="button primary"/g)?.length, 1);
  });

  test('without a course the page says what to do', async () => {
    const as = await signedIn(house, await addPerson(house, `Ny${people}`));
    assert.match(await page('/hem', as), /Du har inga kurser ännu.*href="\/nyckel">Lös in nyckel/s);
  });

  test('when access has ended the pages are closed and the home page says why', async () => {
    await inHouse(house, (tx) =>
      tx
        .updateTable('enrolment')
        .set({ ends_at: new Date('2026-11-01T12:00:00Z') })
        .where('id', '=', enrolment)
        .execute(),
    );
    assert.equal((await get(`${root}/sidor/1`)).status, 404);
    assert.equal((await get(`${root}/fortsatt`)).status, 404);
    assert.match(await page('/hem'), /Din tillgång till kursen gick ut 1 november 2026\./);
  });

  test('unread messages of the correspondence are counted in the outline', async () => {
    const teacher = await addPerson(house, `Lärare${people}`);
    await makeStaff(house, teacher, customerId, course.courseId);
    await inHouse(house, async (tx) => {
      const id = crypto.randomUUID();
      await tx
        .insertInto('correspondence')
        .values({ customer_id: customerId, id, enrolment_id: enrolment, course_id: course.courseId, last_sequence: 2 })
        .execute();
      const message = { customer_id: customerId, correspondence_id: id, author_id: teacher.id, body: 'Hej' };
      await tx
        .insertInto('message')
        .values([1, 2].map((sequence) => ({ ...message, sequence, from_student: sequence === 1, client_id: crypto.randomUUID() })))
        .execute();
    });
    assert.match(await page(`${root}/sidor/1`), /Korrespondens<\/a> \(ett oläst meddelande\)/);
  });

  test('in English the page keeps the course’s own language and says so', async () => {
    const html = await (await get(`${root}/sidor/1`, `${cookie}; language=en`)).text();
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<article class="prose" lang="sv">/);
    assert.match(html, /<legend><span lang="sv">Vad är rätt\?<\/span><\/legend>/);
    assert.match(html, /Mark as done/);
  });
});
