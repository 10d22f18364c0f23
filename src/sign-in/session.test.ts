import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, password, setUpOperator, type Person } from '../../tests/support/world.ts';
import { enter } from '../platform/enter.ts';
import type { Visit } from '../platform/visit.ts';
import { keepSession } from './index.ts';
import { cookiesOf, signInAs } from './testing.ts';

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

const later = (minutes: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + minutes * 60_000));
const opens = async (cookie: string) => (await house.app.request('/konto', { headers: { cookie } })).status === 200;
const sessionsOf = async (person: Person) =>
  (await house.owner.query('select * from session where account_id = $1 order by created_at', [person.id])).rows;

/** A visit that has come through the door, as the application makes it. */
async function visitWith(cookie: string, init: RequestInit = {}): Promise<Visit> {
  const request = new Request('http://localhost/konto', { ...init, headers: { cookie, ...init.headers } });
  const visit: Visit = {
    house: house.house,
    request,
    url: new URL(request.url),
    path: '/konto',
    params: {},
    locale: 'sv',
    operator: undefined,
    actor: undefined,
    customer: undefined,
    callerAddress: '',
    answerHeaders: {},
  };
  await enter(visit, []);
  return visit;
}

async function keep(cookie: string, init?: RequestInit): Promise<string> {
  const setCookie = await keepSession(await visitWith(cookie, init));
  return setCookie ? cookiesOf(new Response(null, { headers: { 'set-cookie': setCookie } }), cookie) : cookie;
}

test('a session in use is noted every five minutes and gets a new token once a day', async () => {
  const cookie = await signInAs(house, anna);
  const seenAt = async () => (await sessionsOf(anna))[0].last_seen_at as Date;
  const atFirst = await seenAt();
  later(4);
  assert.equal(await keep(cookie), cookie);
  assert.deepEqual(await seenAt(), atFirst);
  later(2);
  assert.equal(await keep(cookie), cookie);
  assert.ok((await seenAt()) > atFirst);

  later(24 * 60);
  assert.equal(await keep(cookie, { method: 'POST' }), cookie, 'not in the answer to a form');
  assert.equal(await keep(cookie, { headers: { 'sec-fetch-mode': 'cors' } }), cookie, 'not in the answer to a script');
  const rotated = await keep(cookie);
  assert.notEqual(rotated, cookie);
  assert.ok((await opens(rotated)) && (await opens(cookie)), 'the former token works a minute more');
  assert.equal(await keep(cookie), cookie, 'and changes nothing');
  later(2);
  assert.ok((await opens(rotated)) && !(await opens(cookie)));
});

test('of two requests at once one gets the new token, and both stay signed in', async () => {
  const cookie = await signInAs(house, anna);
  later(25 * 60);
  const [one, two] = await Promise.all([visitWith(cookie), visitWith(cookie)]);
  const tokens = await Promise.all([keepSession(one), keepSession(two)]);
  assert.equal(tokens.filter(Boolean).length, 1);
  assert.ok(await opens(cookie));
});

test('a new token lasts no longer than the session, and a session thirty days', async () => {
  const cookie = await signInAs(house, anna);
  later(29 * 24 * 60);
  const setCookie = await keepSession(await visitWith(cookie));
  const seconds = Number(/Max-Age=(\d+)/.exec(setCookie ?? '')?.[1]);
  assert.ok(seconds > 86_000 && seconds <= 86_400, String(seconds));
  const rotated = cookiesOf(new Response(null, { headers: { 'set-cookie': setCookie! } }));
  later(25 * 60);
  assert.ok(!(await opens(rotated)));
});

test('a visitor has no session to keep', async () => {
  assert.equal(await keepSession(await visitWith('')), undefined);
  assert.equal(await keepSession(await visitWith('session=made-up')), undefined);
});

test('signing out ends the session, takes the cookie and clears what was cached', async () => {
  const cookie = await signInAs(house, anna);
  const response = await house.app.request('/logga-ut', formPost({}, cookie));
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('clear-site-data'), '"cache"');
  assert.match(response.headers.getSetCookie()[0]!, /^session=; .*Max-Age=0/);
  assert.ok(!(await opens(cookie)));
  assert.equal((await house.app.request('/logga-ut', formPost({}, cookie))).headers.get('location'), '/logga-in', 'twice is no fault');
});

test('the account page lists where one is signed in, and each sign-in can be ended', async () => {
  await house.owner.query('delete from session');
  const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const signInFrom = async (agent: string) => {
    const form = formPost({ email: anna.email, password });
    return cookiesOf(
      await house.app.request('/logga-in', { ...form, headers: { ...(form.headers as Record<string, string>), 'user-agent': agent } }),
    );
  };
  const here = await signInFrom(browser);
  later(1);
  const phone = await signInFrom('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604');
  const page = await (await house.app.request('/konto', { headers: { cookie: here } })).text();
  assert.match(page, /Firefox på Linux/);
  assert.match(page, /Safari på iOS/);
  assert.equal(page.split('Den här').length - 1, 1, 'this one is marked');
  const [own, other] = await sessionsOf(anna);
  assert.equal(own.browser, 'Firefox/Linux');
  assert.ok(!page.includes(`/konto/inloggningar/${own.id}`), 'and is ended by signing out');

  const theirs = await signInAs(house, stranger);
  assert.equal((await house.app.request(`/konto/inloggningar/${other.id}`, formPost({}, theirs))).status, 404);
  assert.ok(await opens(phone));
  const ended = await house.app.request(`/konto/inloggningar/${other.id}`, formPost({}, here));
  assert.equal(ended.headers.get('location'), '/konto?klart=inloggning');
  assert.ok(!(await opens(phone)) && (await opens(here)));
  assert.equal((await house.app.request(`/konto/inloggningar/${other.id}`, formPost({}, here))).status, 404);
  assert.equal((await house.app.request('/konto/inloggningar/inte-ett-id', formPost({}, here))).status, 404);
});

test('all others can be ended at once, and nobody else is touched', async () => {
  const here = await signInAs(house, anna);
  const there = await signInAs(house, anna);
  const theirs = await signInAs(house, stranger);
  await house.app.request('/konto/inloggningar', formPost({}, here));
  assert.ok((await opens(here)) && !(await opens(there)) && (await opens(theirs)));
});

test('ending the session one sits in is signing out', async () => {
  const cookie = await signInAs(house, anna);
  const own = (await sessionsOf(anna)).at(-1);
  const response = await house.app.request(`/konto/inloggningar/${own.id}`, formPost({}, cookie));
  assert.equal(response.headers.get('location'), '/');
  assert.ok(!(await opens(cookie)));
});
