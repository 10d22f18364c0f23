import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addPerson, formPost, signedIn } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { newKey } from './key.ts';
import { openKeyHouse } from './testing.ts';

// Proof of N-04 (with key.test.ts, guessing.test.ts and join-course.test.ts beside it).

/** N-04: a key opens a course once, for the one it is meant for, and a leaked table opens nothing. */
const passphrase = 'lugn skog i november';
const { house, admin, get, post, one, select, keyRow, tokenFor, linkInMail } = await openKeyHouse();
after(() => house.close());

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const acceptTerms = (email: string) =>
  select(
    `insert into ledger (account_id, event, about, state, version, text_hash, language)
    select id, 'acceptance', 'terms', 'accepted', 1, '', 'sv' from account where email = $1`,
    [email],
  );

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
  assert.match(joinPage, /mejladressen som nyckeln är gjord för/);

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
  const looks = await select(
    'select l.purpose, l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1 and l.actor_id = $2',
    [admin.id, account.id],
  );
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
  assert.equal(
    (await get(`/nyckel/ga-med/${house.house.secrets.token('challenge', id)}`, cookie)).status,
    404,
    'a token for one use is none for another',
  );
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
