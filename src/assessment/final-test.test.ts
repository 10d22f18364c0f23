import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, formPost, setUpOperator, signedIn, smallCourse } from '../../tests/support/world.ts';

// Proof of N-07 (with mark.test.ts and ../learning/lost-connection.test.ts).

describe('the final test', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let customerId: string;
  let cookie: string;
  let questions: { sant: string; tal: string };
  let people = 0;
  const test_ = '/k/nordhammar/kurser/liten-kurs/slutprov';
  const start = new Date('2026-11-23T09:00:00Z');
  const minutesLater = (minutes: number) => house.clock.moveTo(new Date(start.getTime() + minutes * 60_000));
  const get = (path: string, as = cookie) => house.app.request(path, { headers: { cookie: as } });
  const post = async (path: string, fields: Record<string, string> = {}, as = cookie) => house.app.request(path, formPost(fields, as));
  const begin = async () => (await post(test_)).headers.get('location');
  const save = (number: number, body: unknown, as = cookie) =>
    house.app.request(`${test_}/${number}/svar`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: as },
      body: JSON.stringify(body),
    });
  const right = () => ({ [`q-${questions.sant}`]: 'true', [`q-${questions.tal}`]: '2,5' });
  const rows = async (sql: string, values: unknown[] = []) => (await house.owner.query(sql, values)).rows;
  const attempts = () =>
    rows(
      `select a.* from attempt a join enrolment e on e.id = a.enrolment_id join session s on s.account_id = e.account_id
          where s.token_hash = sha256(convert_to($1, 'UTF8')) order by number`,
      [cookie.slice('session='.length)],
    );

  async function newStudent(): Promise<string> {
    const person = await addPerson(house, `Elev${++people}`);
    await enrol(house, person, course);
    return signedIn(house, person);
  }

  before(async () => {
    house = await openTestHouse({ at: start });
    await setUpOperator(house);
    customerId = (await addCustomer(house)).id;
    course = await addCourse(house, customerId);
    const found = await rows(`select id, kind from question where version_id = $1 and page_id is null`, [course.versionId]);
    const idOf = (kind: string) => found.find((row) => row.kind === kind).id as string;
    questions = { sant: idOf('true-false'), tal: idOf('number') };
  });
  beforeEach(async () => {
    house.clock.moveTo(start);
    cookie = await newStudent();
  });
  after(() => house.close());

  test('the rules stand before the start', async () => {
    const html = await (await get(test_)).text();
    assert.match(html, /2 frågor, alla på samma sida\./);
    assert.match(html, /50\u00a0% av poängen, alltså minst 1 av 2 poäng\./);
    assert.match(html, /Du har 2 försök\./);
    assert.match(html, /30\u00a0min från det att du börjar/);
    assert.match(html, /Om nätet försvinner/);
    assert.match(html, /Du har 2 kurssidor kvar att markera som klara/);
    assert.match(html, /Börja provet/);
  });

  test('ten starts at once are one attempt, and a second tab finds it', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, begin));
    assert.deepEqual(new Set(answers), new Set([`${test_}/1`]));
    assert.equal((await attempts()).length, 1);
    assert.match(await (await get(test_)).text(), /Fortsätt provet/);
    assert.match(await (await get(test_)).text(), /Lämna in det senast 23 november 2026 kl\.\u00a010\.30/);
  });

  test('all questions stand on one page, with the server’s deadline, and no key to them', async () => {
    await begin();
    minutesLater(2);
    const html = await (await get(`${test_}/1`)).text();
    assert.match(html, /1\. Är det sant\?/);
    assert.match(html, /2\. Hur många\?/);
    assert.match(html, /Lämna in senast 23 november 2026 kl\.\u00a010\.30\./);
    assert.match(html, /28 minuter kvar\./);
    assert.match(html, /0 av 2 frågor besvarade\./);
    assert.doesNotMatch(html, /Två och en halv/);
  });

  test('an answer is saved as it is given and stands there on another device', async () => {
    await begin();
    minutesLater(3);
    const response = await save(1, { question: questions.tal, values: ['2,4'] });
    const { savedAt, ...told } = (await response.json()) as Record<string, string>;
    assert.equal(response.status, 200);
    assert.deepEqual(told, { saved: 'Sparat 10.03', progress: '1 av 2 frågor besvarade.' });
    assert.ok(Math.abs(Date.parse(savedAt!) - house.clock.now().getTime()) < 5_000);
    const html = await (await get(`${test_}/1`)).text();
    assert.match(html, /value="2,4"/);
    assert.match(html, /Sparat 10\.03/);
    assert.match(html, /1 av 2 frågor besvarade\./);
  });

  test('an answer is changed and taken back; a typed number that is none is told what to do', async () => {
    await begin();
    await save(1, { question: questions.tal, values: ['1'] });
    await save(1, { question: questions.tal, values: ['2'] });
    assert.deepEqual(
      (
        await rows(`select response from attempt_answer aa join attempt a on a.id = aa.attempt_id where a.id = $1`, [
          (await attempts())[0].id,
        ])
      ).map((row) => row.response),
      [{ number: 2 }],
    );
    const wrong = await save(1, { question: questions.tal, values: ['två'] });
    assert.equal(wrong.status, 422);
    assert.deepEqual(await wrong.json(), { problem: 'Skriv svaret som ett tal, till exempel 12 eller 2,5.' });
    assert.equal(
      ((await (await save(1, { question: questions.tal, values: [''] })).json()) as { progress: string }).progress,
      '0 av 2 frågor besvarade.',
    );
  });

  test('an answer from a device that was offline does not undo a later one from another', async () => {
    await begin();
    minutesLater(5);
    await save(1, { question: questions.tal, values: ['2,5'] });
    minutesLater(6);
    const late = await save(1, { question: questions.tal, values: ['9'], waitedMs: 120_000, knownSavedAt: null });
    assert.deepEqual(((await late.json()) as { values: string[] }).values, ['2,5']);
    const known = ((await (await save(1, { question: questions.tal, values: ['3'] })).json()) as { savedAt: string }).savedAt;
    minutesLater(8);
    await save(1, { question: questions.tal, values: ['4'], waitedMs: 600_000, knownSavedAt: known });
    assert.match(await (await get(`${test_}/1`)).text(), /value="4"/);
  });

  test('malformed answers are refused, each with a clear status', async () => {
    await begin();
    assert.equal((await save(1, { question: 'nonsense', values: ['1'] })).status, 422);
    assert.equal((await save(1, { question: questions.tal, values: ['1'], extra: true })).status, 422);
    assert.equal((await save(1, { question: customerId, values: ['1'] })).status, 404);
    const [page] = await rows(`select id from question where version_id = $1 and page_id is not null limit 1`, [course.versionId]);
    assert.equal((await save(1, { question: page.id, values: ['1'] })).status, 404);
    assert.equal((await save(2, { question: questions.tal, values: ['1'] })).status, 404);
    assert.equal((await get(`${test_}/abc`)).status, 404);
  });

  test('without script the one form saves, asks about gaps once, and hands in', async () => {
    await begin();
    const saved = await post(`${test_}/1`, { intent: 'save', [`q-${questions.sant}`]: 'true', [`q-${questions.tal}`]: '' });
    assert.equal(saved.headers.get('location'), `${test_}/1`);
    const asked = await post(`${test_}/1`, { [`q-${questions.tal}`]: '' });
    assert.equal(asked.headers.get('location'), `${test_}/1?obesvarade=ja#lamna-in`);
    const html = await (await get(`${test_}/1?obesvarade=ja`)).text();
    assert.match(html, /En obesvarad fråga/);
    assert.match(html, /<a href="#fraga-2">Fråga 2<\/a>/);
    assert.match(html, /Lämna in ändå/);
    const handed = await post(`${test_}/1`, { confirmed: 'yes', [`q-${questions.tal}`]: '' });
    assert.equal(handed.headers.get('location'), `${test_}/1/resultat`);
    const [attempt] = await attempts();
    assert.deepEqual([attempt.points, attempt.max_points, attempt.passed], [1, 2, true]);
  });

  test('a number that cannot be read keeps what was typed and saves the rest', async () => {
    await begin();
    const response = await post(`${test_}/1`, { [`q-${questions.sant}`]: 'false', [`q-${questions.tal}`]: 'ungefär två' });
    const html = await response.text();
    assert.equal(response.status, 422);
    assert.match(html, /Det här behöver du rätta/);
    assert.match(html, new RegExp(`href="#field-q-${questions.tal}">Skriv svaret som ett tal`));
    assert.match(html, /value="ungefär två"/);
    assert.match(html, /1 av 2 frågor besvarade\./);
  });

  test('ten hand-ins at once are one result, and passing gives one certificate', async () => {
    await begin();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`${test_}/1`, right())));
    for (const answer of answers) assert.equal(answer.headers.get('location'), `${test_}/1/resultat`);
    const [attempt] = await attempts();
    assert.deepEqual([attempt.points, attempt.passed], [2, true]);
    const certificates = await rows('select number from certificate where enrolment_id = $1', [attempt.enrolment_id]);
    assert.equal(certificates.length, 1);
    assert.match(certificates[0].number, /^K(-[2-9A-HJKMNP-TV-Z]{4}){3}$/);
    const [enrolment] = await rows('select completed_at from enrolment where id = $1', [attempt.enrolment_id]);
    assert.deepEqual(enrolment.completed_at, attempt.submitted_at);
    assert.match(await (await get(`${test_}/1/resultat`)).text(), /Till kursintyget/);
    assert.match(await (await get(test_)).text(), /Du är redan godkänd/);
    assert.equal((await post(test_)).headers.get('location'), test_);
  });

  test('a failed try shows right and wrong but not the key, and where to read again', async () => {
    const [wrong] = await rows(`select id from question where version_id = $1 and kind = 'short'`, [course.versionId]);
    await post(`/k/nordhammar/kurser/liten-kurs/fragor/${wrong.id}`, { client_id: crypto.randomUUID(), answer: 'fel' });
    await begin();
    await post(`${test_}/1`, { [`q-${questions.sant}`]: 'false', [`q-${questions.tal}`]: '7' });
    const html = await (await get(`${test_}/1/resultat`)).text();
    assert.match(html, /Inte godkänt ännu/);
    assert.match(html, /Du fick 0 av 2 poäng \(0\u00a0%\)\. Gränsen för godkänt är 50\u00a0%\./);
    assert.match(html, /De rätta svaren visas när/);
    assert.doesNotMatch(html, /Rätt svar:|Två och en halv/);
    assert.match(html, /sidor\/1">Första sidan/);
    assert.match(html, /Du har ett försök kvar av 2\./);
  });

  test('after the last try the key is shown, and a new start is refused in plain words', async () => {
    for (const number of [1, 2]) {
      assert.equal(await begin(), `${test_}/${number}`);
      await post(`${test_}/${number}`, { [`q-${questions.sant}`]: 'false', [`q-${questions.tal}`]: '7' });
    }
    assert.match(await (await get(`${test_}/1/resultat`)).text(), /Rätt svar:.*Sant.*Två och en halv/s);
    assert.equal(await begin(), test_);
    assert.match(await (await get(test_)).text(), /Du har använt alla dina 2 försök\./);
    assert.equal((await attempts()).length, 2);
  });

  test('when the time is out the answers saved in time count, also when one comes back much later', async () => {
    await begin();
    await save(1, { question: questions.sant, values: ['true'] });
    minutesLater(60 * 20);
    assert.equal((await get(`${test_}/1`)).headers.get('location'), `${test_}/1/resultat`);
    const [attempt] = await attempts();
    assert.deepEqual([attempt.points, attempt.passed, attempt.submitted_at], [1, true, attempt.deadline_at]);
    assert.match(await (await get(`${test_}/1/resultat`)).text(), /Tiden tog slut, så svaren som du hade sparat lämnades in\./);
  });

  test('what comes after the time is out does not count, and is told so', async () => {
    await begin();
    minutesLater(31);
    const late = await save(1, { question: questions.sant, values: ['true'] });
    assert.equal(late.status, 409);
    assert.deepEqual(await late.json(), { problem: 'closed', result: `${test_}/1/resultat` });
    assert.equal((await post(`${test_}/1`, right())).headers.get('location'), `${test_}/1/resultat`);
    const [attempt] = await attempts();
    assert.deepEqual([attempt.points, attempt.passed], [0, false]);
    assert.equal(await begin(), `${test_}/2`);
  });

  test('a form on its way when the clock strikes is let in, gaps and all', async () => {
    await begin();
    minutesLater(30.1);
    const answer = await post(`${test_}/1`, { [`q-${questions.sant}`]: 'true', [`q-${questions.tal}`]: 'tv' });
    assert.equal(answer.headers.get('location'), `${test_}/1/resultat`);
    assert.equal((await attempts())[0].points, 1);
  });

  test('another student’s attempt is not there, and neither is the test for a stranger', async () => {
    await begin();
    const other = await newStudent();
    const stranger = await signedIn(house, await addPerson(house, `Gäst${++people}`));
    for (const as of [other, stranger]) {
      for (const path of [`${test_}/1`, `${test_}/1/resultat`]) assert.equal((await get(path, as)).status, 404);
      assert.equal((await post(`${test_}/1`, right(), as)).status, 404);
      assert.equal((await save(1, { question: questions.sant, values: ['true'] }, as)).status, 404);
    }
    assert.equal((await get(test_, stranger)).status, 404);
    assert.equal((await post(test_, {}, stranger)).status, 404);
    assert.equal((await attempts())[0].submitted_at, null);
  });

  test('the same course of another customer is another course', async () => {
    const { id } = await addCustomer(house, `annan-${++people}`);
    await addCourse(house, id);
    assert.equal((await get(`/k/annan-${people}/kurser/liten-kurs/slutprov`)).status, 404);
  });

  test('without a time limit there is no deadline, and it may be gone on with much later', async () => {
    const untimed = await addCourse(house, customerId, {
      ...smallCourse,
      slug: 'utan-tid',
      finalTest: { ...smallCourse.finalTest, timeLimitMinutes: null },
    });
    const person = await addPerson(house, `Elev${++people}`);
    await enrol(house, person, untimed);
    const own = await signedIn(house, person);
    const path = '/k/nordhammar/kurser/utan-tid/slutprov';
    await post(path, {}, own);
    house.clock.moveTo(new Date(start.getTime() + 20 * 3_600_000));
    assert.match(await (await get(`${path}/1`, own)).text(), /Ingen tidsgräns\./);
  });
});
