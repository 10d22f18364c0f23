import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { TOTP } from 'otpauth';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, setUpOperator, type Person } from '../../tests/support/world.ts';
import { limits } from './limits.ts';
import { cookiesOf, sendWaitingMails, signInAs, trySignIn } from './testing.ts';

let house: TestHouse;
let anna: Person;
let stranger: Person;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  anna = await addPerson(house, 'Anna');
  stranger = await addPerson(house, 'Stranger');
});
after(() => house.close());
beforeEach(() => house.owner.query('delete from throttle; delete from second_factor; delete from recovery_code; delete from mail'));

const later = (seconds: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + seconds * 1000));
const codeNow = (app: TOTP, shift = 0) => app.generate({ timestamp: house.clock.now().getTime() + shift * 1000 });
const post = (path: string, cookie: string, fields: Record<string, string> = {}) => house.app.request(path, formPost(fields, cookie));
const accountPage = async (cookie: string) => (await house.app.request('/konto', { headers: { cookie } })).text();

async function scan(cookie: string): Promise<TOTP> {
  await post('/konto/tva-steg', cookie);
  const secret = /<span class="code">([A-Z2-7 ]+)<\/span>/.exec(await accountPage(cookie))?.[1]?.replaceAll(' ', '') ?? '';
  assert.equal(secret.length, 32);
  return new TOTP({ secret });
}

async function turnOn(person: Person): Promise<{ app: TOTP; codes: string[]; cookie: string }> {
  const cookie = await signInAs(house, person);
  const app = await scan(cookie);
  const response = await post('/konto/tva-steg/bekraftelse', cookie, { code: codeNow(app) });
  assert.equal(response.status, 200);
  const codes = [...(await response.text()).matchAll(/<span class="code">([\d ]{14})<\/span>/g)].map((match) => match[1]!);
  later(30);
  return { app, codes, cookie };
}

async function firstStep(person: Person, vidare = ''): Promise<string> {
  const response = await trySignIn(house, person.email, undefined, { vidare });
  assert.equal(response.headers.get('location'), `/logga-in/kod${vidare ? `?vidare=${encodeURIComponent(vidare)}` : ''}`);
  return cookiesOf(response);
}

test('it is turned on by reading a picture and proving the app, and the codes are shown once', async () => {
  const cookie = await signInAs(house, anna);
  const app = await scan(cookie);
  const page = await accountPage(cookie);
  assert.match(page, /<img src="data:image\/svg\+xml;base64,/);
  const wrong = await post('/konto/tva-steg/bekraftelse', cookie, { code: '000000' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Koden stämmer inte/);
  const right = await post('/konto/tva-steg/bekraftelse', cookie, { code: codeNow(app).replace(/(\d{3})/, '$1 ') });
  const body = await right.text();
  assert.equal(right.headers.get('cache-control'), 'private, no-store');
  const codes = [...body.matchAll(/<span class="code">([\d ]{14})<\/span>/g)].map((match) => match[1]!.replaceAll(' ', ''));
  assert.equal(new Set(codes).size, 10);
  assert.equal((await post('/konto/tva-steg/bekraftelse', cookie, { code: codeNow(app) })).status, 303, 'twice changes nothing');
  const stored = JSON.stringify((await house.owner.query('select * from second_factor, recovery_code')).rows);
  for (const secret of [...codes, app.secret.base32, app.secret.hex]) assert.ok(!stored.includes(secret));
  assert.match(await accountPage(cookie), /Du har 10 reservkoder kvar/);
  assert.deepEqual(
    (await sendWaitingMails(house)).map((mail) => mail.subject),
    ['Tvåstegsinloggning är påslagen'],
  );
});

test('the password alone no longer opens; the code from the app does, and leads on', async () => {
  const { app } = await turnOn(anna);
  const half = await firstStep(anna, '/kontakt');
  assert.ok(!half.includes('session='));
  assert.equal((await house.app.request('/konto', { headers: { cookie: half } })).status, 303, 'half is not in');
  assert.equal((await house.app.request('/logga-in/kod?vidare=%2Fkontakt', { headers: { cookie: half } })).status, 200);
  const response = await post('/logga-in/kod', half, { code: codeNow(app), vidare: '/kontakt' });
  assert.equal(response.headers.get('location'), '/kontakt');
  const cookie = cookiesOf(response, half);
  assert.ok(!cookie.includes('pending='));
  assert.equal((await house.app.request('/konto', { headers: { cookie } })).status, 200);
  assert.equal(
    (await post('/logga-in/kod', half, { code: codeNow(app, 30) })).headers.get('location'),
    '/logga-in',
    'the first step is used up',
  );
});

test('the same code never opens twice, nor an older one', async () => {
  const { app } = await turnOn(anna);
  later(60);
  const code = codeNow(app);
  const before = codeNow(app, -30);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code })).status, 303);
  for (const replayed of [code, before]) {
    const response = await post('/logga-in/kod', await firstStep(anna), { code: replayed });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /redan använd/);
  }
  const next = await firstStep(anna);
  later(30);
  const both = await Promise.all([1, 2].map(async () => post('/logga-in/kod', next, { code: codeNow(app) })));
  assert.equal(both.filter((response) => response.headers.getSetCookie().some((line) => line.startsWith('session='))).length, 1);
});

test('a clock half a minute wrong is forgiven, more is not', async () => {
  const { app } = await turnOn(anna);
  later(120);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codeNow(app, -60) })).status, 422);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codeNow(app, -30) })).status, 303);
});

test('a recovery code opens once', async () => {
  const { codes } = await turnOn(anna);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codes[3]! })).status, 303);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codes[3]! })).status, 422);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codes[4]!.replaceAll(' ', '-') })).status, 303);
});

test('new recovery codes end the old ones', async () => {
  const { codes, cookie } = await turnOn(anna);
  const body = await (await post('/konto/tva-steg/reservkoder', cookie)).text();
  const fresh = /<span class="code">([\d ]{14})<\/span>/.exec(body)![1]!;
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: codes[0]! })).status, 422);
  assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: fresh })).status, 303);
});

test('guessing codes is throttled for the account, whatever browser it comes from', async () => {
  const { app } = await turnOn(anna);
  for (let tries = 0; tries < limits.secondFactor.own.tries; tries++) {
    assert.equal((await post('/logga-in/kod', await firstStep(anna), { code: '000000' })).status, 422);
  }
  const refused = await post('/logga-in/kod', await firstStep(anna), { code: codeNow(app) });
  assert.equal(refused.status, 429);
  assert.match(await refused.text(), /Vänta 60 minuter/);
});

test('the first step lasts ten minutes, in the browser that took it', async () => {
  const { app } = await turnOn(anna);
  const half = await firstStep(anna);
  assert.equal((await post('/logga-in/kod', '', { code: codeNow(app) })).headers.get('location'), '/logga-in');
  assert.equal((await post('/logga-in/kod', 'pending=made-up', { code: codeNow(app) })).headers.get('location'), '/logga-in');
  assert.equal((await post('/logga-in/kod', half)).status, 422, 'an empty form is told');
  later(601);
  assert.equal((await post('/logga-in/kod', half, { code: codeNow(app) })).headers.get('location'), '/logga-in');
});

test('it is turned off again by someone who has just proved who they are, and they are told by mail', async () => {
  const { cookie } = await turnOn(anna);
  await sendWaitingMails(house);
  const theirs = await signInAs(house, stranger);
  await post('/konto/tva-steg/borttagning', theirs);
  assert.equal((await house.owner.query('select from second_factor')).rowCount, 1, 'one’s own only');
  later(31 * 60);
  assert.match((await post('/konto/tva-steg/borttagning', cookie)).headers.get('location') ?? '', /^\/konto\/bekrafta/);
  await post('/konto/bekrafta', cookie, { password: 'korrekt häst batteri' });
  assert.equal((await post('/konto/tva-steg/borttagning', cookie)).headers.get('location'), '/konto?klart=tva-steg-av');
  assert.equal((await trySignIn(house, anna.email)).headers.get('location'), '/hem');
  assert.deepEqual(
    (await sendWaitingMails(house)).map((mail) => mail.subject),
    ['Tvåstegsinloggning är avstängd'],
  );
});

test('a secret that was never confirmed is replaced when one starts anew', async () => {
  const cookie = await signInAs(house, anna);
  const first = await scan(cookie);
  const second = await scan(cookie);
  assert.notEqual(first.secret.base32, second.secret.base32);
  assert.equal((await post('/konto/tva-steg/bekraftelse', cookie, { code: codeNow(first) })).status, 422);
  assert.equal((await trySignIn(house, anna.email)).headers.get('location'), '/hem', 'and asks for nothing yet');
});
