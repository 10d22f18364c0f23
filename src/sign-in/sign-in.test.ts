import { addDays } from '../platform/clock.ts';
import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, password, setUpOperator, type Person } from '../../tests/support/world.ts';
import { limits } from './limits.ts';
import { cost, isOutdated } from './password.ts';
import { cookiesOf, from, signInAs, trySignIn } from './testing.ts';

// Proof of N-05 (with passkey.test.ts, second-factor.test.ts, reset.test.ts and change-email.test.ts beside it).

let house: TestHouse;
let anna: Person;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  anna = await addPerson(house, 'Anna');
});
after(() => house.close());

const forgetAllTries = () => house.owner.query('delete from throttle');
const sessionsOf = async (person: Person) => (await house.owner.query('select * from session where account_id = $1', [person.id])).rows;

test('a person signs in with address and password and is led to their courses', async () => {
  const response = await trySignIn(house, anna.email);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/hem');
  const [line = ''] = response.headers.getSetCookie();
  assert.match(line, /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
  const [session] = await sessionsOf(anna);
  assert.equal(session.token_hash.length, 32);
  assert.ok(!JSON.stringify(session).includes(/session=([\w-]+)/.exec(line)![1]!), 'only the hash is kept');
  const page = await house.app.request('/logga-in', { headers: { cookie: cookiesOf(response) } });
  assert.equal(page.headers.get('location'), '/hem', 'whoever is signed in does not sign in again');
});

test('the address is the same however it is written', async () => {
  assert.equal((await trySignIn(house, `  ${anna.email.toUpperCase()} `)).status, 303);
});

test('they come back to where they were heading, and only within our own pages', async () => {
  const page = await (await house.app.request('/logga-in?vidare=%2Fkonto')).text();
  assert.match(page, /name="vidare" value="\/konto"/);
  const to = async (vidare: string) => (await trySignIn(house, anna.email, password, { vidare })).headers.get('location');
  assert.equal(await to('/konto?a=1'), '/konto?a=1');
  for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'konto', '/.//evil.example']) {
    assert.equal(await to(foreign), '/hem', foreign);
  }
  assert.equal(await to('/kurser/å'), '/kurser/%C3%A5', 'an address always fits a header');
});

test('an unknown address and a wrong password get the same answer, and the same work is done', async () => {
  const works: string[][] = [];
  const hook = createHook({ init: (_, type) => void works.at(-1)?.push(type) });
  const answer = async (email: string) => {
    works.push([]);
    hook.enable();
    const response = await trySignIn(house, email, 'helt fel lösenord');
    const body = await response.text();
    hook.disable();
    return { status: response.status, body: body.replaceAll(email, 'ADDRESS') };
  };
  const noPassword = await addPerson(house, 'Nopassword');
  await house.owner.query('delete from account_password where account_id = $1', [noPassword.id]);
  const known = await answer(anna.email);
  assert.deepEqual(await answer('ingen@person.example'), known);
  assert.deepEqual(await answer(noPassword.email), known);
  assert.equal(known.status, 422);
  assert.match(known.body, /Mejladressen eller lösenordet stämmer inte/);
  // Work handed to native code and not to Node's own: there is one such, the hash.
  const hashes = works.map((types) => types.filter((type) => type === 'undefined').length);
  assert.deepEqual(hashes, [1, 1, 1]);
  await forgetAllTries();
});

test('a form with faults is shown again with what was typed, never with the password', async () => {
  const show = async (fields: Record<string, string>) => {
    const response = await house.app.request('/logga-in', formPost(fields));
    return { status: response.status, body: await response.text() };
  };
  const empty = await show({});
  assert.equal(empty.status, 422);
  assert.match(empty.body, /Skriv din mejladress\./);
  assert.match(empty.body, /Skriv ditt lösenord\./);
  const typed = await show({ email: 'anna@skola', password: 'hemlig mening', vidare: '/konto' });
  assert.match(typed.body, /value="anna@skola"/);
  assert.match(typed.body, /ska se ut ungefär så här/);
  assert.match(typed.body, /name="vidare" value="\/konto"/);
  assert.ok(!typed.body.includes('hemlig mening'));
  assert.equal((await show({ email: 'a@b.se', password: 'x'.repeat(201) })).status, 422);
});

test('guessing is throttled for each account, and time opens the door again', async () => {
  for (let tries = 0; tries < limits.signIn.own.tries; tries++)
    assert.equal((await trySignIn(house, anna.email, 'fel lösenord')).status, 422);
  const refused = await trySignIn(house, anna.email);
  assert.equal(refused.status, 429, 'also with the right password');
  const body = await refused.text();
  assert.match(body, /Det blev för många försök\. Vänta 15 minuter och försök igen\./);
  assert.ok(body.includes(`value="${anna.email}"`) && !body.includes(password));
  assert.equal(refused.headers.get('retry-after'), '900');
  assert.equal((await trySignIn(house, 'annan@person.example')).status, 422, 'others are not held up');
  house.clock.moveTo(new Date(house.clock.now().getTime() + 15 * 60_000 + 1000));
  assert.equal((await trySignIn(house, anna.email)).status, 303);
});

test('unknown addresses are throttled like known ones', async () => {
  for (let tries = 0; tries < limits.signIn.own.tries; tries++) await trySignIn(house, 'ingen@person.example', 'fel');
  assert.equal((await trySignIn(house, 'ingen@person.example', 'fel')).status, 429);
  await forgetAllTries();
});

test('a right password forgets the wrong ones before it', async () => {
  for (let round = 0; round < 2; round++) {
    for (let tries = 1; tries < limits.signIn.own.tries; tries++) await trySignIn(house, anna.email, 'fel');
    assert.equal((await trySignIn(house, anna.email)).status, 303);
  }
  await forgetAllTries();
});

test('a caller, and everyone together, are throttled too', async () => {
  const spend = (kind: string, who: string, tries: number) =>
    house.owner.query('insert into throttle values ($1, $2, $3) on conflict (bucket) do update set tries = excluded.tries', [
      house.house.secrets.digest('throttle', `${kind}\n${who}`),
      tries,
      new Date(house.clock.now().getTime() + 60_000),
    ]);
  const fromCaller = (address: string) => house.app.request('/logga-in', formPost({ email: anna.email, password }), from(address));
  await spend('sign-in caller', '192.0.2.7', limits.signIn.caller.tries);
  assert.equal((await fromCaller('192.0.2.7')).status, 429);
  assert.equal((await fromCaller('192.0.2.8')).status, 303);
  await spend('sign-in everyone', 'everyone', limits.signIn.everyone.tries);
  assert.equal((await fromCaller('192.0.2.8')).status, 429);
  await forgetAllTries();
});

test('a hash made at a lower cost is raised at the next sign-in', async () => {
  const bo = await addPerson(house, 'Bo');
  const hashOf = async () =>
    (await house.owner.query('select hash from account_password where account_id = $1', [bo.id])).rows[0].hash as string;
  assert.ok(isOutdated(await hashOf()));
  await signInAs(house, bo);
  const raised = await hashOf();
  assert.match(raised, new RegExp(`^\\$argon2id\\$v=19\\$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}\\$`));
  await signInAs(house, bo);
  assert.equal(await hashOf(), raised);
});

test('signing in anew ends the session it was done from', async () => {
  const first = await addPerson(house, 'Cecilia');
  const other = await addPerson(house, 'David');
  const cookie = await signInAs(house, first);
  await house.app.request('/logga-in', formPost({ email: other.email, password }, cookie));
  assert.equal((await sessionsOf(first)).length, 0);
  assert.equal((await sessionsOf(other)).length, 1);
});

test('a closed account still opens, to be opened again or taken out', async () => {
  const eva = await addPerson(house, 'Eva');
  await inHouse(house, (tx) =>
    tx
      .updateTable('account')
      .set({ closed_at: house.clock.now(), erase_due_at: addDays(house.clock.now(), 180) })
      .where('id', '=', eva.id)
      .execute(),
  );
  const cookie = await signInAs(house, eva);
  const response = await house.app.request('/konto', { headers: { cookie } });
  assert.equal(response.headers.get('location'), '/mina-uppgifter/avsluta');
});

test('nothing that was typed reaches the log', () => {
  const log = house.logLines.join('\n');
  assert.ok(log.includes('startSession'));
  for (const secret of [anna.email, 'person.example', password, 'konto']) assert.ok(!log.includes(secret), secret);
});
