import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, password, setUpOperator, type Person } from '../../tests/support/world.ts';
import { limits } from './limits.ts';
import { cookiesOf, sendWaitingMails, signInAs, trySignIn } from './testing.ts';

let house: TestHouse;
let anna: Person;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  anna = await addPerson(house, 'Anna');
});
after(() => house.close());

const later = (minutes: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + minutes * 60_000));
const accountPage = async (cookie: string) => (await house.app.request('/konto', { headers: { cookie } })).text();
const confirm = (cookie: string, typed: string, vidare = '/konto') =>
  house.app.request('/konto/bekrafta', formPost({ password: typed, vidare }, cookie));

test('a while after signing in, what is sensitive asks who it is once more', async () => {
  const cookie = await signInAs(house, anna);
  assert.match(await accountPage(cookie), /action="\/konto\/losenord"/);
  later(11);
  const page = await accountPage(cookie);
  assert.ok(!page.includes('action="/konto/losenord"'));
  assert.match(page, /href="\/konto\/bekrafta\?vidare=%2Fkonto"/);
  assert.equal((await confirm(cookie, password)).headers.get('location'), '/konto');
  assert.match(await accountPage(cookie), /action="\/konto\/losenord"/);
});

test('a form shown in time may be sent a while later, then not any more', async () => {
  const cookie = await signInAs(house, anna);
  later(20);
  const short = await house.app.request('/konto/losenord', formPost({ password: 'kort' }, cookie));
  assert.equal(short.status, 422);
  assert.match(await short.text(), /Du har skrivit fyra/);
  later(11);
  for (const path of [
    'losenord',
    'mejladress',
    'tva-steg',
    'tva-steg/bekraftelse',
    'tva-steg/reservkoder',
    'tva-steg/borttagning',
    `losennycklar/${anna.id}/borttagning`,
  ]) {
    const response = await house.app.request(
      `/konto/${path}`,
      formPost({ password: 'en ny lång mening', email: 'ny@person.example' }, cookie),
    );
    assert.equal(response.headers.get('location'), '/konto/bekrafta?vidare=%2Fkonto', path);
  }
});

test('a wrong password is told, guessing is throttled, and one may only go on within our pages', async () => {
  const cookie = await signInAs(house, anna);
  const wrong = await confirm(cookie, 'fel lösenord');
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Lösenordet stämmer inte/);
  assert.equal((await confirm(cookie, '')).status, 422);
  assert.equal((await confirm(cookie, password, '//evil.example')).headers.get('location'), '/hem');
  for (let tries = 0; tries < limits.confirm.own.tries; tries++) await confirm(cookie, 'fel lösenord');
  assert.equal((await confirm(cookie, password)).status, 429);
  await house.owner.query('delete from throttle');
});

test('a new password ends all other sign-ins and gives this one a new token', async () => {
  const here = await signInAs(house, anna);
  const there = await signInAs(house, anna);
  const response = await house.app.request('/konto/losenord', formPost({ password: 'en ny lång mening' }, here));
  assert.equal(response.headers.get('location'), '/konto?klart=losenord');
  const now = cookiesOf(response, here);
  assert.notEqual(now, here);
  const opens = async (cookie: string) => (await house.app.request('/konto', { headers: { cookie } })).status === 200;
  assert.deepEqual([await opens(now), await opens(here), await opens(there)], [true, false, false]);
  assert.equal((await trySignIn(house, anna.email, 'en ny lång mening')).status, 303);
  const [mail] = await sendWaitingMails(house);
  assert.equal(mail?.subject, 'Ditt lösenord är ändrat');
  assert.equal(mail?.to, anna.email);
});
