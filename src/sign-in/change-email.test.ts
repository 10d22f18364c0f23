import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, setUpOperator, type Person } from '../../tests/support/world.ts';
import { linkIn, sendWaitingMails, signInAs, trySignIn } from './testing.ts';

let house: TestHouse;
let anna: Person;
let other: Person;
let cookie: string;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  anna = await addPerson(house, 'Anna');
  other = await addPerson(house, 'Other');
});
after(() => house.close());
beforeEach(async () => {
  await house.owner.query('update account set email = $1 where id = $2', [anna.email, anna.id]);
  await house.owner.query(`delete from throttle; delete from mail; delete from challenge`);
  cookie = await signInAs(house, anna);
});

const ask = (email: string) => house.app.request('/konto/mejladress', formPost({ email }, cookie));
const emailOf = async (person: Person) => (await house.owner.query('select email from account where id = $1', [person.id])).rows[0].email;

test('the new address is confirmed by a link to it, and the old one is told without naming the new', async () => {
  assert.equal((await ask(' Ny@Person.example')).headers.get('location'), '/konto?klart=mejladress');
  const [mail] = await sendWaitingMails(house);
  assert.equal(mail?.to, 'ny@person.example');
  assert.ok(!mail?.text.includes(anna.givenName), 'nobody has proved yet that the address is theirs');
  assert.equal((await house.app.request(linkIn(mail))).status, 200);
  assert.equal(await emailOf(anna), anna.email, 'opening the link changes nothing');
  const done = await house.app.request(linkIn(mail), formPost({}));
  assert.equal(done.headers.get('location'), '/logga-in?klart=mejladress');
  assert.equal(await emailOf(anna), 'ny@person.example');
  const [notice] = await sendWaitingMails(house);
  assert.equal(notice?.to, anna.email);
  assert.ok(!notice?.text.includes('ny@person.example'));
  const { rows } = await house.owner.query('select account_id from mail');
  assert.deepEqual(new Set(rows.map((row) => row.account_id)), new Set([anna.id]), 'each mail is known to be about this person');
  assert.equal((await house.app.request(linkIn(mail), formPost({}))).status, 404, 'once');
  assert.equal((await trySignIn(house, 'ny@person.example')).status, 303);
});

test('a taken address gets the same answer; only its own mailbox is told', async () => {
  const answer = async (email: string) => {
    const response = await ask(email);
    return [response.status, response.headers.get('location')];
  };
  assert.deepEqual(await answer(other.email), await answer('ledig@person.example'));
  await house.owner.query('delete from challenge');
  await ask(other.email);
  const mail = (await sendWaitingMails(house)).find(({ to }) => to === other.email);
  assert.equal(mail?.subject, 'Du har redan ett konto');
  assert.equal(linkIn(mail), '/logga-in');
});

test('an address that is taken in the meantime stays where it is', async () => {
  await ask('snart@person.example');
  const link = linkIn((await sendWaitingMails(house))[0]);
  await house.owner.query('update account set email = $1 where id = $2', ['snart@person.example', other.id]);
  const response = await house.app.request(link, formPost({}));
  assert.equal(response.status, 422);
  assert.match(await response.text(), /hör redan till ett annat konto/);
  assert.equal(await emailOf(anna), anna.email);
  await house.owner.query('update account set email = $1 where id = $2', [other.email, other.id]);
});

test('only the latest link works, for a day, and not after a new password', async () => {
  await ask('en@person.example');
  const [first] = await sendWaitingMails(house);
  await ask('tva@person.example');
  const [second] = await sendWaitingMails(house);
  assert.equal((await house.app.request(linkIn(first))).status, 404);
  assert.equal((await house.app.request(linkIn(second))).status, 200);
  await house.app.request('/konto/losenord', formPost({ password: 'korrekt häst batteri' }, cookie));
  assert.equal((await house.app.request(linkIn(second), formPost({}))).status, 404);
  assert.equal(await emailOf(anna), anna.email);
});

test('a form with faults is shown again with what was typed', async () => {
  const wrong = await ask('inte en adress');
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /value="inte en adress"/);
  assert.match(await (await ask(anna.email)).text(), /Du har redan den mejladressen/);
  assert.match(await (await ask('')).text(), /Skriv din mejladress/);
});

test('it is asked for only by someone who has proved who they are just now', async () => {
  house.clock.moveTo(new Date(house.clock.now().getTime() + 31 * 60_000));
  const response = await ask('ny@person.example');
  assert.equal(response.headers.get('location'), '/konto/bekrafta?vidare=%2Fkonto');
  assert.deepEqual(await sendWaitingMails(house), []);
});
