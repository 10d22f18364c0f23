import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, setUpOperator, type Person } from '../../tests/support/world.ts';
import { limits } from './limits.ts';
import { cookiesOf, from, jsonPost, sendWaitingMails, signInAs, softwareAuthenticator } from './testing.ts';

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
beforeEach(() => house.owner.query('delete from throttle; delete from passkey; delete from mail; delete from challenge'));

type Options = {
  challenge: string;
  rpId?: string;
  rp?: { id: string };
  user?: { id: string; name: string };
  excludeCredentials?: { id: string }[];
};
type Device = ReturnType<typeof softwareAuthenticator>;

async function question(path: string, cookie = ''): Promise<{ options: Options; cookie: string; status: number }> {
  const response = await house.app.request(path, jsonPost({}, cookie));
  return { options: (await response.json()) as Options, cookie: cookiesOf(response, cookie), status: response.status };
}

async function register(device: Device, cookie: string): Promise<Response> {
  const asked = await question('/konto/losennycklar/fraga', cookie);
  return house.app.request('/konto/losennycklar', jsonPost({ response: device.create(asked.options) }, asked.cookie));
}

async function signIn(device: Device, cookie = '', vidare?: string): Promise<Response> {
  const asked = await question('/logga-in/losennyckel/fraga', cookie);
  return house.app.request('/logga-in/losennyckel', jsonPost({ response: device.use(asked.options), vidare }, asked.cookie));
}

const passkeys = async () => (await house.owner.query('select * from passkey')).rows;

test('a passkey is made on the account page and signs in without an address or a password', async () => {
  const device = softwareAuthenticator();
  const cookie = await signInAs(house, anna);
  const asked = await question('/konto/losennycklar/fraga', cookie);
  assert.equal(asked.options.rp?.id, 'localhost');
  assert.equal(asked.options.user?.name, anna.email);
  const saved = await register(device, cookie);
  assert.deepEqual(await saved.json(), { goTo: '/konto?klart=lösennyckel' });
  assert.equal((await passkeys()).length, 1);
  assert.deepEqual(
    (await sendWaitingMails(house)).map((mail) => mail.subject),
    ['Du har en ny lösennyckel'],
  );
  const again = await question('/konto/losennycklar/fraga', cookie);
  assert.equal(again.options.excludeCredentials?.length, 1, 'the device is asked not to make a second one');

  const response = await signIn(device, '', '/kontakt');
  assert.deepEqual(await response.json(), { goTo: '/kontakt' });
  const signedIn = cookiesOf(response);
  const page = await (await house.app.request('/konto', { headers: { cookie: signedIn } })).text();
  assert.ok(page.includes(anna.email));
  const [kept] = await passkeys();
  assert.equal(kept.counter, 1);
  assert.ok(kept.last_used_at);
});

test('it stands for both steps: no code is asked for', async () => {
  const device = softwareAuthenticator();
  await register(device, await signInAs(house, anna));
  await house.owner.query(`insert into second_factor (account_id, secret, confirmed_at) values ($1, '\\x00', now())`, [anna.id]);
  assert.ok(cookiesOf(await signIn(device)).includes('session='));
  await house.owner.query('delete from second_factor');
});

test('an answer is worth something once, in its own browser, within five minutes', async () => {
  const device = softwareAuthenticator();
  await register(device, await signInAs(house, anna));
  const refused = async (body: unknown, cookie: string) => {
    const response = await house.app.request('/logga-in/losennyckel', jsonPost(body, cookie));
    assert.equal(response.status, 422);
    assert.ok(!response.headers.getSetCookie().some((line) => line.startsWith('session=')));
    return ((await response.json()) as { problem: string }).problem;
  };
  const first = await question('/logga-in/losennyckel/fraga');
  const answer = { response: device.use(first.options) };
  assert.match(await refused(answer, ''), /gick inte att använda/);
  assert.equal((await house.app.request('/logga-in/losennyckel', jsonPost(answer, first.cookie))).status, 200);
  await refused(answer, first.cookie);
  const other = await question('/logga-in/losennyckel/fraga');
  await refused({ response: device.use(first.options) }, other.cookie);
  const late = await question('/logga-in/losennyckel/fraga');
  house.clock.moveTo(new Date(house.clock.now().getTime() + 5 * 60_000 + 1000));
  await refused({ response: device.use(late.options) }, late.cookie);
});

test('a copied passkey is found out by its counter', async () => {
  const device = softwareAuthenticator();
  await register(device, await signInAs(house, anna));
  await signIn(device);
  await signIn(device);
  device.device.counter = 0;
  assert.equal((await signIn(device)).status, 422);
  assert.equal((await passkeys())[0].counter, 2);
});

test('a device must have recognised its owner, and the page must be ours', async () => {
  const device = softwareAuthenticator();
  const cookie = await signInAs(house, anna);
  const foreign = softwareAuthenticator('https://kursiv.evil.example');
  assert.equal((await register(foreign, cookie)).status, 422);
  await register(device, cookie);
  device.device.verifiesUser = false;
  assert.equal((await signIn(device)).status, 422);
});

test('an unknown passkey is told so, and a broken answer is no fault of ours', async () => {
  const response = await signIn(softwareAuthenticator());
  assert.equal(response.status, 422);
  assert.match(((await response.json()) as { problem: string }).problem, /hör inte till något konto/);
  const device = softwareAuthenticator();
  await register(device, await signInAs(house, anna));
  for (const body of [{}, { response: {} }, { response: { id: 'x', response: 7 } }, { response: [] }, 'text', null]) {
    const asked = await question('/logga-in/losennyckel/fraga');
    assert.equal((await house.app.request('/logga-in/losennyckel', jsonPost(body, asked.cookie))).status, 422);
  }
  const asked = await question('/logga-in/losennyckel/fraga');
  const real = device.use(asked.options);
  const broken = { ...real, response: { ...real.response, signature: '!!', authenticatorData: 'AAAA' } };
  assert.equal((await house.app.request('/logga-in/losennyckel', jsonPost({ response: broken }, asked.cookie))).status, 422);
});

test('one person cannot answer another’s question, nor take over their passkey', async () => {
  const [mine, theirs] = [await signInAs(house, anna), await signInAs(house, stranger)];
  const device = softwareAuthenticator();
  const asked = await question('/konto/losennycklar/fraga', mine);
  const stolen = `${theirs}; ${asked.cookie.split('; ').find((pair) => pair.startsWith('pending='))}`;
  assert.equal((await house.app.request('/konto/losennycklar', jsonPost({ response: device.create(asked.options) }, stolen))).status, 422);
  await register(device, mine);
  assert.equal((await register(device, theirs)).status, 422, 'the same credential again');
  const [kept] = await passkeys();
  assert.equal(kept.account_id, anna.id);
  const remove = (cookie: string) => house.app.request(`/konto/losennycklar/${kept.id}/borttagning`, formPost({}, cookie));
  assert.equal((await remove(theirs)).status, 404);
  assert.equal((await remove(mine)).headers.get('location'), '/konto?klart=lösennyckel-borta');
  assert.equal((await remove(mine)).status, 404);
  assert.equal((await signIn(device)).status, 422);
});

test('someone signed in confirms with it that it is still they, in the same session', async () => {
  const device = softwareAuthenticator();
  const cookie = await signInAs(house, anna);
  await register(device, cookie);
  house.clock.moveTo(new Date(house.clock.now().getTime() + 31 * 60_000));
  const refused = await house.app.request('/konto/losennycklar/fraga', jsonPost({}, cookie));
  assert.equal(refused.status, 403);
  assert.deepEqual(await refused.json(), { goTo: '/konto/bekrafta?vidare=%2Fkonto' });
  const response = await signIn(device, cookie, '/konto');
  assert.ok(!response.headers.getSetCookie().some((line) => line.startsWith('session=')));
  assert.equal((await question('/konto/losennycklar/fraga', cookie)).status, 200);
});

test('without signing in nobody makes one, and questions are throttled', async () => {
  assert.equal((await house.app.request('/konto/losennycklar/fraga', jsonPost({}))).status, 401);
  const { kind } = limits.passkey.caller;
  await house.owner.query('insert into throttle values ($1, $2, $3)', [
    house.house.secrets.digest('throttle', `${kind}\n192.0.2.7`),
    limits.passkey.caller.tries,
    new Date(house.clock.now().getTime() + 60_000),
  ]);
  const refused = await house.app.request('/logga-in/losennyckel/fraga', jsonPost({}), from('192.0.2.7'));
  assert.equal(refused.status, 429);
});
