import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, password, setUpOperator, type Person } from '../../tests/support/world.ts';
import { limits } from './limits.ts';
import { cookiesOf, linkIn, sendWaitingMails, signInAs, trySignIn } from './testing.ts';

let house: TestHouse;
let anna: Person;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  anna = await addPerson(house, 'Anna');
});
after(() => house.close());

const ask = (email: string, language = 'sv') => house.app.request('/losenord', formPost({ email }, `language=${language}`));
const choose = (link: string, typed: string) => house.app.request(link, formPost({ password: typed }));
const later = (minutes: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + minutes * 60_000));

async function linkFor(person: Person): Promise<string> {
  await house.owner.query('delete from throttle');
  await ask(person.email);
  return linkIn((await sendWaitingMails(house)).find(({ subject }) => subject === 'Välj ett nytt lösenord'));
}

test('the answer is the same for every address, and so is what is written', async () => {
  const rowsAfter = async (email: string) => {
    const response = await ask(email);
    const { rows } = await house.owner.query(
      `select (select count(*) from challenge) as challenges, (select count(*) from mail) as mails, (select count(*) from graphile_worker.jobs) as jobs`,
    );
    return { status: response.status, location: response.headers.get('location'), ...rows[0] };
  };
  const known = await rowsAfter(anna.email);
  const unknown = await rowsAfter('ingen@person.example');
  assert.deepEqual(known, { status: 303, location: '/losenord?skickat', challenges: 1, mails: 1, jobs: 1 });
  assert.deepEqual(unknown, { ...known, challenges: 2, mails: 2, jobs: 2 });
  const mails = await sendWaitingMails(house);
  assert.deepEqual(
    mails.map((mail) => mail.to),
    [anna.email],
    'only one of them gets a mail',
  );
  const page = await (await house.app.request('/losenord?skickat')).text();
  assert.match(page, /Finns det ett konto med mejladressen/);
});

test('the mail holds a link, says what to do otherwise, and names nobody', async () => {
  await ask(anna.email);
  await ask(anna.email, 'en');
  const [swedish, english] = await sendWaitingMails(house);
  assert.equal(swedish?.subject, 'Välj ett nytt lösenord');
  assert.equal(english?.subject, 'Choose a new password');
  assert.match(swedish?.text ?? '', /Var det inte du\? Då behöver du inte göra något\./);
  assert.match(linkIn(swedish), /^\/losenord\/[0-9a-f-]{36}\.[\w-]{43}$/);
  for (const name of [anna.givenName, anna.familyName, anna.email]) assert.ok(!swedish?.text.includes(name));
  const stored =
    JSON.stringify((await house.owner.query('select * from challenge')).rows) +
    JSON.stringify((await house.owner.query('select about from mail')).rows);
  assert.ok(!stored.includes(linkIn(swedish).split('.')[1]!), 'the token is nowhere in the database');
});

test('the link gives a new password, once, and ends every sign-in', async () => {
  const cookie = await signInAs(house, anna);
  const link = await linkFor(anna);
  assert.equal((await house.app.request(link)).status, 200);
  const saved = await choose(link, 'en helt ny mening');
  assert.equal(saved.headers.get('location'), '/logga-in?klart=losenord');
  assert.equal((await house.app.request('/konto', { headers: { cookie } })).status, 303, 'signed out');
  assert.equal((await trySignIn(house, anna.email, password)).status, 422);
  assert.equal((await trySignIn(house, anna.email, 'en helt ny mening')).status, 303);
  assert.deepEqual(
    (await sendWaitingMails(house)).map((mail) => mail.subject),
    ['Ditt lösenord är ändrat'],
  );
  for (const again of [await house.app.request(link), await choose(link, 'ännu en ny mening')]) {
    assert.equal(again.status, 404);
    assert.match(await again.text(), /Länken gäller inte längre/);
  }
  assert.equal((await trySignIn(house, anna.email, 'en helt ny mening')).status, 303);
});

test('of two posts at once one saves, the other is told', async () => {
  const link = await linkFor(anna);
  const answers = await Promise.all([choose(link, 'första meningen här'), choose(link, 'andra meningen här')]);
  assert.deepEqual(
    answers.map((response) => response.status).sort((one, other) => one - other),
    [303, 404],
  );
});

test('a link lasts an hour; a forged one looks the same as an old one', async () => {
  const link = await linkFor(anna);
  const forged = link.replace(/\.(.)/, (_, first) => (first === 'A' ? '.B' : '.A'));
  const other = house.house.secrets.token('challenge', '00000000-0000-4000-8000-000000000000');
  const bodies = [];
  for (const address of [forged, `/losenord/${other}`]) bodies.push(await (await house.app.request(address)).text());
  later(59);
  assert.equal((await house.app.request(link)).status, 200);
  later(2);
  const old = await house.app.request(link);
  assert.equal(old.status, 404);
  bodies.push(await old.text());
  assert.equal(new Set(bodies.map((body) => body.replaceAll(/\/losenord\/[^"]+/g, 'LINK'))).size, 1);
  assert.equal((await choose(link, 'en mening till här')).status, 404);
});

test('a password that will not do is told at its field', async () => {
  const link = await linkFor(anna);
  const told = async (typed: string) => {
    const response = await choose(link, typed);
    assert.equal(response.status, 422);
    return response.text();
  };
  assert.match(await told('åttaåtta'), /Lösenordet ska ha minst tio tecken\. Du har skrivit åtta\./);
  assert.match(await told(''), /Skriv ett lösenord\./);
  assert.match(await told(anna.email), /får inte vara din mejladress/);
  assert.match(await told('Password1234'), /lätt att gissa/);
  assert.equal((await house.app.request(link, formPost({}))).status, 422);
  assert.equal((await choose(link, 'nu blev det bra')).status, 303, 'the link still works');
});

test('a mail cannot be asked for again and again', async () => {
  await house.owner.query('delete from throttle');
  for (let tries = 0; tries < limits.mail.own.tries; tries++) assert.equal((await ask('ingen@person.example')).status, 303);
  const refused = await ask('ingen@person.example');
  assert.equal(refused.status, 429);
  assert.match(await refused.text(), /value="ingen@person\.example"/);
  assert.equal((await ask('inte en adress')).status, 422);
});

test('a password changed in the ordinary way leaves no open link behind', async () => {
  const link = await linkFor(anna);
  const cookie = cookiesOf(await trySignIn(house, anna.email, 'nu blev det bra'));
  await house.app.request('/konto/losenord', formPost({ password: 'bytt på vanligt vis' }, cookie));
  assert.equal((await house.app.request(link)).status, 404);
});
