import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse, addCustomer, addPerson, enrol, formPost, inHouse, makeStaff, setUpOperator, signedIn, type Person,
} from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { joinCourse } from './join-course.ts';
import { findKeyById } from './keys.queries.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { formatKey, newKey } from './key.ts';
import { keysMails, makeKeys, type NewKeys } from './index.ts';
import { words } from './words.ts';

const passphrase = 'lugn skog i november';

describe('keys', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let admin: Person;

  const get = (path: string, cookie?: string) => house.app.request(path, cookie ? { headers: { cookie } } : {});
  const post = (path: string, fields: Record<string, string>, cookie?: string) => house.app.request(path, formPost(fields, cookie));
  const make = (extra: Partial<NewKeys> = {}) =>
    inHouse(house, (tx) => makeKeys(tx, house.house, {
      customerId: course.customerId, courseId: course.courseId, label: 'Test', count: 1, expiresAt: addDays(house.clock.now(), 30), ...extra,
    }));
  const one = async (extra: Partial<NewKeys> = {}) => (await make(extra))[0]!;
  const select = async (text: string, values: unknown[] = []) => {
    await house.owner.query("begin; set local app.across_customers = 'seed'");
    try {
      return (await house.owner.query(text, values)).rows;
    } finally {
      await house.owner.query('commit');
    }
  };
  const keyRow = async (key: string) => (await select('select * from course_key where last_three = $1 order by created_at desc, id desc limit 1', [key.slice(-3)]))[0];
  const tokenFor = async (key: string) => house.house.secrets.token('key', (await keyRow(key)).id);
  /** The path of the link in the mail that was posted last. */
  const linkInMail = async () => {
    const [mail] = await select('select * from mail order by created_at desc, id desc limit 1');
    const text = await keysMails['redeem-key']({ house: house.house, language: 'sv', givenName: '', accountId: undefined, about: mail.about, operatorName: 'x' });
    const link = text?.paragraphs.find((paragraph) => paragraph.startsWith('http'));
    return { address: mail.address as string, text, path: link?.replace('http://localhost', '') ?? '' };
  };
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const acceptTerms = (email: string) =>
    select(`insert into ledger (account_id, event, about, state, version, text_hash, language)
      select id, 'acceptance', 'terms', 'accepted', 1, '', 'sv' from account where email = $1`, [email]);

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    course = await addCourse(house, (await addCustomer(house)).id);
    admin = await addPerson(house, 'Maja');
    await makeStaff(house, admin, course.customerId, course.courseId);
  });
  after(() => house.close());

  test('a leaked table opens nothing: the key itself is nowhere in the database', async () => {
    const key = await one();
    const row = await keyRow(key);
    assert.equal(row.key_hash.length, 32);
    assert.equal(JSON.stringify(row).includes(key.replaceAll('-', '').slice(0, 6)), false);
  });

  test('a bound key: link to its address, account with its names, terms, choice, course', async () => {
    const email = 'aino@person.example';
    const key = await one({ bindings: [{ email: 'Aino@Person.example', givenName: 'Aino', familyName: 'Mäkelä' }] });
    const redeemed = await post('/nyckel', { key: key.toLowerCase().replaceAll('-', ' ') });
    assert.equal(redeemed.status, 303);
    const ownerPath = redeemed.headers.get('location')!;
    const ownerPage = await (await get(ownerPath)).text();
    assert.match(ownerPage, /gjord för en bestämd mejladress/);
    assert.doesNotMatch(ownerPage, /aino|Mäkelä|type="email"/i);
    const sent = await post(ownerPath, {});
    assert.equal(sent.status, 303);
    assert.doesNotMatch(await (await get(sent.headers.get('location')!)).text(), /aino/i);

    const mail = await linkInMail();
    assert.equal(mail.address, email);
    assert.equal(mail.text?.subject, 'Din länk till kursen Liten kurs');
    const form = await (await get(mail.path)).text();
    assert.match(form, /value="Aino"/);
    assert.match(form, /value="Mäkelä"/);
    const weak = await post(mail.path, { givenName: 'Aino', familyName: 'Mäkelä', password: 'kort', language: 'sv' });
    assert.equal(weak.status, 422);
    assert.match(await weak.text(), /value="Aino"/);

    const opened = await post(mail.path, { givenName: 'Aino', familyName: 'Mäkelä', password: passphrase, language: 'sv' });
    assert.equal(opened.status, 303);
    const cookie = cookieOf(opened);
    const joinPath = opened.headers.get('location')!;
    assert.equal((await get(joinPath, cookie)).headers.get('location'), `/villkor/godkann?vidare=${encodeURIComponent(joinPath)}`);
    await acceptTerms(email);
    const joinPage = await (await get(joinPath, cookie)).text();
    assert.match(joinPage, /GivenMaja FamilyMaja/);
    assert.match(joinPage, /Aino Mäkelä/);
    assert.match(joinPage, /aino@person\.example/);

    const joined = await post(joinPath, { choice: 'join' }, cookie);
    assert.equal(joined.headers.get('location'), '/k/nordhammar/kurser/liten-kurs/fortsatt');
    const row = await keyRow(key);
    assert.ok(row.redeemed_at && row.enrolment_id);
    assert.deepEqual([row.bound_email, row.bound_given_name, row.bound_family_name], [null, null, null]);
    const [account] = await select('select * from account where email = $1', [email]);
    assert.ok(account.email_confirmed_at);
    assert.equal(account.kind, 'personal');
    const roles = await select('select role from membership where account_id = $1', [account.id]);
    assert.deepEqual(roles, [{ role: 'student' }]);
    const notices = await select("select about, state from ledger where account_id = $1 and event = 'notice'", [account.id]);
    assert.deepEqual(notices, [{ about: 'join-course', state: 'served' }]);
    const looks = await select('select l.purpose, l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1 and l.actor_id = $2', [admin.id, account.id]);
    assert.equal(looks[0]?.purpose, 'open-course');

    assert.equal((await post(joinPath, { choice: 'join' }, cookie)).headers.get('location'), '/k/nordhammar/kurser/liten-kurs/fortsatt');
    assert.equal((await post('/nyckel', { key }, cookie)).headers.get('location'), '/k/nordhammar/kurser/liten-kurs/fortsatt');
    assert.match(await (await post('/nyckel', { key })).text(), /redan använd/);
    assert.equal((await get(mail.path)).status, 410);
  });

  test('an unbound key asks for an address and answers the same whether it has an account or not', async () => {
    const known = await addPerson(house, 'Kerstin');
    const key = await one();
    const ownerPath = (await post('/nyckel', { key })).headers.get('location')!;
    const wrong = await post(ownerPath, { email: 'inte en adress' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /value="inte en adress"/);
    const answers = [];
    for (const email of [known.email, 'ny@person.example']) {
      const sent = await post(ownerPath, { email });
      answers.push([sent.status, sent.headers.get('location'), await (await get(sent.headers.get('location')!)).text()]);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.match(await (await get((await linkInMail()).path)).text(), /Öppna ditt konto/);
  });

  test('whoever has an account signs in first and comes back; another account is told apart', async () => {
    const known = await addPerson(house, 'Nils');
    const key = await one();
    const ownerPath = (await post('/nyckel', { key })).headers.get('location')!;
    await post(ownerPath, { email: known.email.toUpperCase() });
    const { path } = await linkInMail();
    const joinPath = `/nyckel/ga-med/${await tokenFor(key)}`;
    assert.match(await (await get(path)).text(), new RegExp(`href="/logga-in\\?vidare=${encodeURIComponent(joinPath)}"`));
    const cookie = await signedIn(house, known);
    assert.equal((await get(path, cookie)).headers.get('location'), joinPath);
    assert.equal((await get(path, await signedIn(house, admin))).status, 409);
    assert.equal((await post(path, { givenName: 'X', password: passphrase, language: 'sv' })).status, 200, 'no second account is made');
    assert.equal((await select('select from account where email = $1', [known.email])).length, 1);
  });

  test('a signed-in person goes straight to joining, with a bound key only if it is theirs', async () => {
    const holder = await addPerson(house, 'Petra');
    const cookie = await signedIn(house, holder);
    const open = await one();
    assert.equal((await post('/nyckel', { key: open }, cookie)).headers.get('location'), `/nyckel/ga-med/${await tokenFor(open)}`);
    const theirs = await one({ bindings: [{ email: holder.email }] });
    assert.equal((await post('/nyckel', { key: theirs }, cookie)).headers.get('location'), `/nyckel/ga-med/${await tokenFor(theirs)}`);
    const others = await one({ bindings: [{ email: 'annan@person.example' }] });
    const refused = await post('/nyckel', { key: others }, cookie);
    assert.equal(refused.status, 422);
    const text = await refused.text();
    assert.match(text, /gjord för en annan mejladress/);
    assert.doesNotMatch(text, /annan@person/);
    assert.equal((await get(`/nyckel/ga-med/${await tokenFor(others)}`, cookie)).status, 409);
    assert.equal((await post(`/nyckel/ga-med/${await tokenFor(others)}`, { choice: 'join' }, cookie)).status, 409);
    assert.equal((await keyRow(others)).redeemed_at, null);
  });

  test('declining uses nothing and changes nothing', async () => {
    const person = await addPerson(house, 'Rut');
    const cookie = await signedIn(house, person);
    const key = await one();
    const path = `/nyckel/ga-med/${await tokenFor(key)}`;
    const declined = await post(path, { choice: 'decline' }, cookie);
    assert.equal(declined.headers.get('location'), '/nyckel?avstod=ja');
    assert.match(await (await get('/nyckel?avstod=ja', cookie)).text(), /Nyckeln är inte använd/);
    assert.equal((await keyRow(key)).redeemed_at, null);
    assert.equal((await post(path, { choice: 'something' }, cookie)).status, 422);
    assert.equal((await post(path, {}, cookie)).status, 422);
    assert.deepEqual(await select('select from enrolment where account_id = $1', [person.id]), []);
  });

  test('the join page shows exactly what the map lets administrators see, each in words', async () => {
    const seen = columnsSeenBy('administrators').map(({ table, column }) => `${table}.${column}`);
    for (const locale of ['sv', 'en'] as const) assert.deepEqual(seen.filter((name) => !words[locale].seen[name]), []);
    // The page says that these are not seen.
    assert.deepEqual(seen.filter((name) => /^(answer|attempt_answer)\./.test(name)), []);
  });

  test('mistyped, unknown, used, expired, blocked and ended keys are told apart in plain words', async () => {
    const told = async (key: string) => {
      const response = await post('/nyckel', { key });
      const text = await response.text();
      assert.equal(response.status, 422, key);
      assert.match(text, key ? new RegExp(`value="${key}"`) : /value id=/);
      return /field-key-error[^>]*>.*?<\/p>/s.exec(text)![0];
    };
    const right = (await one()).replaceAll('-', '');
    assert.match(await told(right.slice(1)), /Nyckeln ska ha nio tecken\. Du har skrivit åtta\./);
    assert.match(await told(''), /Skriv nyckeln/);
    assert.match(await told('0' + right.slice(1)), /Tecknet ”0” finns inte/);
    assert.match(await told(right.slice(0, 8) + (right[8] === '2' ? '3' : '2')), /felskriven/);
    assert.match(await told(newKey()), /Det finns ingen sådan nyckel/);
    const expired = await one({ expiresAt: addDays(house.clock.now(), -1) });
    assert.match(await told(expired), /gick ut den 22 november 2026\. Kontakta Kunden nordhammar/);
    const blocked = await one();
    await select('update course_key set blocked_at = app.now() where id = $1', [(await keyRow(blocked)).id]);
    assert.match(await told(blocked), /spärrad/);
    assert.equal((await get(`/nyckel/agare/${await tokenFor(blocked)}`)).status, 410);
    assert.equal((await post(`/nyckel/agare/${await tokenFor(blocked)}`, { email: 'a@person.example' })).status, 410);
  });

  test('made-up tokens are not found', async () => {
    const id = (await keyRow(await one())).id;
    const forged = `${id}.${'A'.repeat(43)}`;
    const cookie = await signedIn(house, admin);
    assert.equal((await get(`/nyckel/agare/${forged}`)).status, 404);
    assert.equal((await post(`/nyckel/agare/${forged}`, { email: 'a@person.example' })).status, 404);
    assert.equal((await get(`/nyckel/ga-med/${forged}`, cookie)).status, 404);
    assert.equal((await get(`/nyckel/fortsatt/${forged}`)).status, 410);
    assert.equal((await get(`/nyckel/ga-med/${house.house.secrets.token('challenge', id)}`, cookie)).status, 404, 'a token for one use is none for another');
  });

  test('of fifty who press at the same instant one gets the key, and nobody else is enrolled', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => addPerson(house, `Rusher${index}`)));
    const key = await one();
    const row = (await inHouse(house, async (tx) => findKeyById(tx, (await keyRow(key)).id)))!;
    const notice = { language: 'sv' as const, text: 'x', form: 'x' };
    const results = await Promise.all(people.map(({ id }) => joinCourse(house.house, { key: row, accountId: id, notice })));
    assert.equal(results.filter(Boolean).length, 1);
    const ids = people.map(({ id }) => id);
    assert.equal((await select('select from enrolment where account_id = any($1)', [ids])).length, 1);
    assert.equal((await select('select from membership where account_id = any($1)', [ids])).length, 1);
    assert.equal((await select('select from ledger where event = $2 and account_id = any($1)', [ids, 'notice'])).length, 1);
  });

  test('one person with fifty keys at the same instant uses one of them', async () => {
    const person = await addPerson(house, 'Many');
    const keys = await make({ count: 50 });
    const cookie = await signedIn(house, person);
    const rows = await select('select id from course_key where redeemed_at is null and batch_id = (select batch_id from course_key order by created_at desc, id desc limit 1)');
    assert.equal(keys.length, 50);
    const answers = await Promise.all(rows.map(({ id }) => post(`/nyckel/ga-med/${house.house.secrets.token('key', id)}`, { choice: 'join' }, cookie)));
    assert.deepEqual(new Set(answers.map((answer) => answer.headers.get('location'))), new Set(['/k/nordhammar/kurser/liten-kurs/fortsatt']));
    const used = await select('select count(*)::int as count from course_key k join enrolment e on e.id = k.enrolment_id where e.account_id = $1', [person.id]);
    assert.equal(used[0].count, 1);
  });

  test('someone whose access has ended opens the course again with a new key, in the same enrolment', async () => {
    const person = await addPerson(house, 'Vera');
    const enrolment = await enrol(house, person, course);
    const cookie = await signedIn(house, person);
    const key = await one({ accessDays: 10 });
    assert.equal((await post('/nyckel', { key }, cookie)).status, 303);
    await select('update enrolment set ends_at = $2 where id = $1', [enrolment, addDays(house.clock.now(), -1)]);
    assert.equal((await post(`/nyckel/ga-med/${await tokenFor(key)}`, { choice: 'join' }, cookie)).status, 303);
    const [row] = await select('select id, ends_at from enrolment where account_id = $1', [person.id]);
    assert.equal(row.id, enrolment);
    assert.ok(row.ends_at > addDays(house.clock.now(), 9));
  });

  test('a key of another customer joins that customer and no other', async () => {
    const other = await addCustomer(house, 'annan-kund');
    const otherCourse = await addCourse(house, other.id);
    const person = await addPerson(house, 'Disa');
    const cookie = await signedIn(house, person);
    const key = await one({ customerId: other.id, courseId: otherCourse.courseId });
    const joined = await post(`/nyckel/ga-med/${await tokenFor(key)}`, { choice: 'join' }, cookie);
    assert.equal(joined.headers.get('location'), '/k/annan-kund/kurser/liten-kurs/fortsatt');
    const rows = await select('select customer_id from membership where account_id = $1', [person.id]);
    assert.deepEqual(rows, [{ customer_id: other.id }]);
    assert.match(await (await get(`/nyckel/ga-med/${await tokenFor(await one({ customerId: other.id, courseId: otherCourse.courseId }))}`, await signedIn(house, admin))).text(), /ingen administratör/);
  });

  test('staff of a customer see its keys in their scope, and strangers see none', async () => {
    const count = (scope: object) => house.house.database.transaction({ purpose: 'administer-customer', ...scope }, async (tx) => (await tx.selectFrom('course_key').select('id').execute()).length);
    assert.ok((await count({ accountId: admin.id, customerId: course.customerId, staffOf: course.customerId })) > 0);
    assert.equal(await count({ accountId: admin.id, customerId: course.customerId }), 0);
  });

  test('links are limited for each key, and asking again tells how long to wait', async () => {
    const path = (await post('/nyckel', { key: await one() })).headers.get('location')!;
    const answers = [];
    for (let turn = 0; turn < 6; turn++) answers.push((await post(path, { email: `n${turn}@person.example` })).status);
    assert.deepEqual(answers, [303, 303, 303, 303, 303, 429]);
  });

  test('in English everything is in English', async () => {
    const headers = { 'accept-language': 'en' };
    const html = await (await house.app.request('/nyckel', { headers })).text();
    assert.match(html, /Redeem a key/);
    const form = formPost({ key: 'ABC' });
    const answer = await (await house.app.request('/nyckel', { ...form, headers: { ...(form.headers as object), ...headers } })).text();
    assert.match(answer, /You have typed three\./);
  });

  test('titles, addresses and the log hold nothing of a person', () => {
    assert.doesNotMatch(house.logLines.join('\n'), /person\.example|Given|Family|Aino|Mäkelä/);
  });
});

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
    const keys = await inHouse(house, (tx) => makeKeys(tx, house.house, { customerId: course.customerId, courseId: course.courseId, label: 'x', count: 30, expiresAt: addDays(house.clock.now(), 1) }));
    const tryKey = (key: string, who?: string) => house.app.request('/nyckel', formPost({ key }, who));
    for (const key of keys) assert.equal((await tryKey(key, cookie)).status, 303);
    const answers = [];
    for (let turn = 0; turn < 22; turn++) answers.push((await tryKey(formatKey(newKey()), cookie)).status);
    assert.deepEqual(answers, [...Array(20).fill(422), 429, 429]);
    const refused = await tryKey(keys[0]!, cookie);
    assert.equal(refused.status, 429, 'a right key does not open while the account is stopped');
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal(house.logLines.some((line) => line.includes('many wrong keys')), false);
    for (let turn = 0; turn < 120; turn++) await tryKey(newKey());
    assert.equal(house.logLines.some((line) => line.includes('many wrong keys')), true);
    house.clock.moveTo(addDays(house.clock.now(), 1));
    assert.notEqual((await tryKey(keys[0]!)).status, 429);
  });

  test('what is mistyped is told without a try being counted', async () => {
    for (let turn = 0; turn < 60; turn++) assert.equal((await house.app.request('/nyckel', formPost({ key: 'ABCDEFGH' }))).status, 422);
  });
});
