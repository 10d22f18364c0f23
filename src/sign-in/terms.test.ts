import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../tests/support/world.ts';
import { acrossCustomers } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { href } from '../routes.ts';
import { changedParagraphs } from './changed-paragraphs.ts';
import { termsInForce } from './index.ts';

// Proof of E-05: the gate, and what refusing leaves.

let house: TestHouse;
before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
});
after(() => house.close());

const gate = async (cookie: string) => await house.app.request('/villkor/godkann', { headers: { cookie } });
const answer = (cookie: string, fields: Record<string, string>) => house.app.request('/villkor/godkann', formPost(fields, cookie));
const ledgerOf = async (person: Person) =>
  (await house.owner.query('select state, version, text_hash, language from ledger where account_id = $1 order by id', [person.id])).rows;

async function publish(version: number, text: string, inForceAt = house.clock.now()): Promise<void> {
  await inHouse(house, (tx) =>
    tx
      .insertInto('document_version')
      .values({
        kind: 'terms',
        version,
        text_sv: text,
        text_en: `In English: ${text}`,
        text_hash: sha256(text).toString('hex'),
        in_force_at: inForceAt,
      })
      .execute(),
  );
}

test('whoever has not accepted is led to the terms, and back when they have', async () => {
  const anna = await addPerson(house, 'Anna', { acceptedTerms: false });
  const cookie = await signedIn(house, anna);
  const sent = await house.app.request('/konto', { headers: { cookie } });
  assert.equal(sent.headers.get('location'), '/villkor/godkann?vidare=%2Fkonto');
  const page = await (await house.app.request(sent.headers.get('location')!, { headers: { cookie } })).text();
  assert.match(page, /Godkänn villkoren/);
  assert.match(page, /Godkänn inte/);
  assert.ok(!page.includes('Det här har ändrats'));
  const accepted = await answer(cookie, { answer: 'accept', version: '1', vidare: '/konto' });
  assert.equal(accepted.headers.get('location'), '/konto');
  await answer(cookie, { answer: 'accept', version: '1' });
  assert.deepEqual(await ledgerOf(anna), [{ state: 'accepted', version: 1, text_hash: sha256('Villkor').toString('hex'), language: 'sv' }]);
  assert.equal((await house.app.request('/konto', { headers: { cookie } })).status, 200);
  assert.equal((await gate(cookie)).headers.get('location'), '/hem', 'the gate is open');
});

test('whoever refuses has export, closing and signing out left, and may change their mind', async () => {
  const bo = await addPerson(house, 'Bo', { acceptedTerms: false });
  const cookie = await signedIn(house, bo);
  const refused = await answer(cookie, { answer: 'refuse', version: '1', vidare: '/konto' });
  assert.equal(refused.headers.get('location'), '/villkor/godkann?vidare=%2Fkonto');
  const page = await (await gate(cookie)).text();
  for (const left of [href('exportPage'), href('closing'), href('endSession')]) assert.ok(page.includes(`"${left}"`), left);
  assert.equal((await house.app.request('/hem', { headers: { cookie } })).headers.get('location'), '/villkor/godkann?vidare=%2Fhem');
  await answer(cookie, { answer: 'accept', version: '1' });
  assert.deepEqual(
    (await ledgerOf(bo)).map(({ state }) => state),
    ['refused', 'accepted'],
  );
});

test('an answer must be one of the two', async () => {
  const cookie = await signedIn(house, await addPerson(house, 'Cecilia', { acceptedTerms: false }));
  for (const fields of [{}, { answer: 'maybe', version: '1' }, { answer: 'accept' }, { answer: 'accept', version: 'x' }]) {
    const response = await answer(cookie, { vidare: '/konto', ...fields } as Record<string, string>);
    assert.equal(response.status, 422);
    const body = await response.text();
    assert.match(body, /Välj om du godkänner villkoren eller inte\./);
    assert.match(body, /name="vidare" value="\/konto"/);
  }
});

test('new terms ask everyone again and show what has changed since those they accepted', async () => {
  const dan = await addPerson(house, 'Dan');
  const cookie = await signedIn(house, dan);
  await publish(2, '## Först\n\nVillkor\n\nEtt nytt stycke.');
  await publish(3, 'Ännu inte i kraft.', new Date(house.clock.now().getTime() + 86_400_000));
  const page = await (await gate(cookie)).text();
  assert.match(page, /<ins>Ett nytt stycke\.<\/ins>/);
  assert.match(page, /<h2>Först<\/h2>/);
  assert.ok(!page.includes('Ännu inte'));
  const old = await answer(cookie, { answer: 'accept', version: '1' });
  assert.equal(old.status, 422);
  assert.match(await old.text(), /Villkoren har ändrats medan du läste/);
  assert.equal((await answer(cookie, { answer: 'accept', version: '2' })).headers.get('location'), '/hem');
  const english = await addPerson(house, 'Dora');
  const body = await (
    await house.app.request('/villkor/godkann', { headers: { cookie: `${await signedIn(house, english)}; language=en` } })
  ).text();
  assert.match(body, /Accept the terms/);
  assert.match(body, /<del>Terms<\/del>/);
});

test('the terms in force are the latest whose day has come', async () => {
  const at = (time: Date) => house.house.database.transaction(acrossCustomers('set-up'), (tx) => termsInForce(tx, time));
  assert.equal((await at(house.clock.now()))?.version, 2);
  assert.equal(await at(new Date('2025-01-01T00:00:00Z')), undefined);
});

test('paragraphs that stay are told from those that came and went', () => {
  const told = (before: string, after: string) => changedParagraphs(before, after).map(({ kind, text }) => `${kind} ${text}`);
  assert.deepEqual(told('a\n\nb\n\nc', 'a\n\nx\n\nc\n\nd'), ['same a', 'removed b', 'added x', 'same c', 'added d']);
  assert.deepEqual(told('', 'a'), ['added a']);
  assert.deepEqual(told('a', ''), ['removed a']);
  assert.deepEqual(told('a\n\na', 'a'), ['same a', 'removed a']);
});
