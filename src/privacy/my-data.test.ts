import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addMonths } from '../platform/clock.ts';
import { addFullPerson } from '../../tests/support/full-person.ts';
import { unzip } from '../../tests/support/unzip.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, inHouse, makeStaff, setUpOperator, signedIn } from '../../tests/support/world.ts';

/** N-23, N-24, N-40: see, correct, download and remove one's own data. N-41: a recent proof before extract and erasure. */
describe('my data', () => {
  let test: TestHouse;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let cookie: string;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Egen', course, admin);
    await addFullPerson(test, 'Tvilling', course, admin);
    cookie = await signedIn(test, person);
  });
  after(() => test.close());

  const get = async (path: string, as = cookie) => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } });
    return { status: response.status, location: response.headers.get('location'), text: await response.text(), headers: response.headers };
  };

  it('is for the signed-in only', async () => {
    const { status, location } = await get('/mina-uppgifter', '');
    assert.equal(status, 303);
    assert.equal(location, '/logga-in?vidare=%2Fmina-uppgifter');
  });

  it('tells purpose, basis, time, who sees and whose responsibility for each category, and who has looked (N-43, N-60)', async () => {
    const { text, headers } = await get('/mina-uppgifter');
    for (const sentence of [
      'Ditt konto',
      'känna igen dig när du loggar in',
      'avtal (artikel 6.1 b)',
      '6 månader efter att du har avslutat kontot',
      'kursens administratörer',
      'kunden är personuppgiftsansvarig, vi är biträde',
      'Kunden nordhammar',
      'IMY',
    ]) {
      assert.ok(text.includes(sentence), sentence);
    }
    assert.ok(!text.includes('Adminsson'), 'the unit is named, not the employee');
    assert.equal(headers.get('cache-control'), 'private, no-store');
    assert.match(text, /<title>Mina uppgifter – Kursiv<\/title>/);
  });

  it('corrects the name at once (Art. 16)', async () => {
    const response = await test.app.request(
      '/mina-uppgifter',
      formPost({ given_name: 'Nyanamn', family_name: person.familyName, language: 'sv' }, cookie),
    );
    assert.equal(response.status, 303);
    assert.match((await get('/mina-uppgifter?besked=sparat')).text, /Nyanamn[\s\S]*/);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const response = await test.app.request(
      '/mina-uppgifter',
      formPost({ given_name: 'x'.repeat(101), family_name: 'Kvar', language: 'sv' }, cookie),
    );
    assert.equal(response.status, 422);
    const text = await response.text();
    assert.ok(text.includes('Namnet får ha högst 100 tecken.') && text.includes('x'.repeat(101)) && text.includes('Kvar'));
  });

  it('gives all of it as a file, and nobody else', async () => {
    const { text, headers } = await get('/mina-uppgifter/utdrag.json');
    const extract = JSON.parse(text) as { tables: { table: string; rows: unknown[] }[] };
    assert.ok(extract.tables.length > 15 && text.includes('undrar Egen') && text.includes('Nyanamn'));
    assert.ok(!text.includes('Tvilling') && !text.includes('Adminsson'));
    assert.match(headers.get('content-disposition') ?? '', /attachment/);
  });

  it('gives it as a page to read', async () => {
    const { text, status } = await get('/mina-uppgifter/utdrag');
    assert.equal(status, 200);
    assert.ok(text.includes('undrar Egen') && text.includes('någon annan') && !text.includes('Tvilling'));
  });

  it('says what a row points at in the language of the reader, on the page and in the folder', async () => {
    const read = async (language: string) => {
      await test.owner.query('update account set language = $1 where id = $2', [language, person.id]);
      const headers = { cookie };
      const shown = await (await test.app.request('/mina-uppgifter/utdrag', { headers })).text();
      const folder = await (await test.app.request('/mina-uppgifter/utdrag.zip', { headers })).arrayBuffer();
      const files = await unzip(Buffer.from(folder));
      const page = [...files].find(([name]) => name.endsWith('.html'))![1];
      return [shown, page];
    };
    for (const text of await read('en')) assert.match(text, /Topics you subscribe to[\s\S]*Topic(?:: |[\s\S]{0,200}>)News</);
    for (const text of await read('sv')) assert.match(text, /Ämnen du prenumererar på[\s\S]*Ämne(?:: |[\s\S]{0,200}>)Nytt</);
    const { text } = await get('/mina-uppgifter/utdrag.json');
    assert.match(text, /"topic_id":\s*\{\s*"en":\s*"News",\s*"sv":\s*"Nytt"\s*\}/, 'a program gets both');
  });

  it('asks for a new proof when the last one is old', async () => {
    await inHouse(test, (tx) =>
      tx
        .updateTable('session')
        .set({ confirmed_at: new Date(test.clock.now().getTime() - 3_600_000) })
        .where('account_id', '=', person.id)
        .execute(),
    );
    for (const path of ['/mina-uppgifter/utdrag', '/mina-uppgifter/utdrag.json', '/mina-uppgifter/avsluta']) {
      assert.match((await get(path)).location ?? '', /^\/konto\/bekrafta\?vidare=/, path);
    }
    const post = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'erase', understand: 'yes' }, cookie));
    assert.match(post.headers.get('location') ?? '', /bekrafta/);
    await inHouse(test, (tx) =>
      tx.updateTable('session').set({ confirmed_at: test.clock.now() }).where('account_id', '=', person.id).execute(),
    );
  });

  it('shows the plan before anything is done', async () => {
    const { text } = await get('/mina-uppgifter/avsluta');
    assert.ok(text.includes('Dina svar i kursen') && text.includes('blir anonyma') && text.includes('raderas'));
  });

  it('closes, and lets the person come back', async () => {
    const response = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'close' }, cookie));
    assert.match(await response.text(), /23 maj 2027/);
    assert.match(response.headers.get('set-cookie') ?? '', /session=;.*Max-Age=0/);
    assert.equal((await get('/mina-uppgifter')).status, 303, 'signed out everywhere');
    const again = await signedIn(test, person);
    assert.equal((await get('/hem', again)).location, '/mina-uppgifter/avsluta', 'a closed account leads to the way back');
    assert.match((await get('/mina-uppgifter/avsluta', again)).text, /Öppna kontot igen/);
    assert.equal((await test.app.request('/mina-uppgifter/ateroppna', formPost({}, again))).headers.get('location'), '/hem');
    cookie = again;
    assert.ok(addMonths(test.clock.now(), 6) > test.clock.now());
  });

  it('erases at once only when it is understood', async () => {
    const hesitating = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'erase' }, cookie));
    assert.equal(hesitating.status, 422);
    assert.match(await hesitating.text(), /Kryssa i rutan/);
    const response = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'erase', understand: 'yes' }, cookie));
    const told = await response.text();
    assert.match(told, /Kvittot har nummer [0-9a-f-]{36}/);
    assert.match(told, /Från och med den 23 november 2026 kan ingen säkerhetskopia få tillbaka dina uppgifter/);
    assert.match(told, /borta senast den 30 november 2026/);
    const left = await inHouse(test, (tx) => tx.selectFrom('account').select('id').where('id', '=', person.id).execute());
    assert.deepEqual(left, []);
  });
});
