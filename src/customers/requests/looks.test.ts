import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { verifyLookLog } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { looksUntold } from '../../../tests/support/looks-untold.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCustomer, addPerson, formPost, inHouse, setUpOperator, signedIn } from '../../../tests/support/world.ts';

/** N-60 at a customer: who has read a request of someone without an account is told on the request's own page. */
describe('looks at requests handed over to a customer', () => {
  let test: TestHouse;
  let ours: { id: string; slug: string };
  let theirs: { id: string; slug: string };
  let boss: string;
  let rival: string;
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    [ours, theirs] = [await addCustomer(test, 'ett'), await addCustomer(test, 'tva')];
    [boss, rival] = [await adminOf(ours.id, 'Chef'), await adminOf(theirs.id, 'Rival')];
  });
  beforeEach(() => test.owner.query('delete from customer_request; delete from access_log; delete from look_link'));
  after(() => test.close());

  async function adminOf(customer_id: string, marker: string): Promise<string> {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) =>
      tx.insertInto('membership').values({ customer_id, account_id: person.id, role: 'customer_admin' }).execute(),
    );
    return signedIn(test, person);
  }
  async function handed(email: string, customer_id = ours.id): Promise<string> {
    const now = test.clock.now();
    const times = { received_at: now, answer_by: addDays(now, 30), handed_at: now, due_at: addDays(now, 400) };
    const row = {
      customer_id,
      id: randomUUID(),
      request_id: randomUUID(),
      kind: 'access',
      email,
      body: 'Vad har ni?',
      language: 'sv',
      ...times,
    };
    await inHouse(test, (tx) => tx.insertInto('customer_request').values(row).execute());
    return row.id;
  }
  const get = async (path: string, as = '', language = 'sv') => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': language } });
    return { status: response.status, text: await response.text() };
  };
  const list = href('handedRequests', { customer: 'ett' });
  const one = (request: string) => href('handedRequest', { customer: 'ett', handed: request });
  const told = async (request: string, language?: string) => {
    const { text } = await get(href('ownHanded', { token: test.house.secrets.token('handed request', request) }), '', language);
    return text.split('<h2>').find((part) => /^(Vem som har tittat|Who has looked)/.test(part)) ?? '';
  };
  const linesOf = async (request: string) => ((await told(request)).match(/<tr/g)?.length ?? 1) - 1;

  it('are on its page, in both languages, the list and what is searched apart from the whole', async () => {
    const request = await handed('en@annan.example');
    assert.match(await told(request), /Ingen har tittat än/);
    await get(list, boss);
    test.clock.moveTo(new Date(start.getTime() + 60_000));
    await test.app.request(list, formPost({ text: 'annan' }, boss));
    test.clock.moveTo(new Date(start.getTime() + 120_000));
    await get(one(request), boss);
    const text = await told(request);
    assert.match(
      text,
      /Kunden ett, administratör[\s\S]*Hela begäran[\s\S]*svara dig när du skriver[\s\S]*En rad i en lista[\s\S]*En rad i en lista/,
    );
    assert.doesNotMatch(text, /Chef|en@annan/);
    assert.match(await told(request, 'en'), /Kunden ett, an administrator[\s\S]*The whole request[\s\S]*A line of a list/);
  });

  it('are told to those whose request was seen, and neither to another asker nor about another customer', async () => {
    const [request, other, elsewhere] = [
      await handed('en@annan.example'),
      await handed('annan@annan.example'),
      await handed('en@annan.example', theirs.id),
    ];
    await get(one(request), boss);
    assert.deepEqual([await linesOf(request), await linesOf(other), await linesOf(elsewhere)], [1, 0, 0]);
    await get(list, boss);
    assert.deepEqual([await linesOf(request), await linesOf(other), await linesOf(elsewhere)], [2, 1, 0]);
    assert.equal((await get(one(request), rival)).status, 404);
    assert.equal((await get(list, rival)).status, 404);
    await get(href('handedRequests', { customer: 'tva' }), rival);
    assert.deepEqual([await linesOf(request), await linesOf(other), await linesOf(elsewhere)], [2, 1, 1]);
    assert.match(await told(elsewhere), /Kunden tva/);
  });

  it('are read by nobody at another customer, nor taken back by anybody', async () => {
    const request = await handed('en@annan.example');
    await get(one(request), boss);
    const { rows } = await test.owner.query<{ id: string }>("select id from account where given_name like '%Rival'");
    const scope = { purpose: 'answer-data-subject', accountId: rows[0]!.id, customerId: theirs.id, staffOf: theirs.id };
    const seen = await test.house.database.transaction(scope, (tx) => tx.selectFrom('customer_request_look').selectAll().execute());
    assert.deepEqual(seen, []);
    const chief = await test.owner.query<{ id: string }>("select id from account where given_name like '%Chef'");
    const own = { ...scope, accountId: chief.rows[0]!.id, customerId: ours.id, staffOf: ours.id };
    const taken = await test.house.database.transaction(own, (tx) => tx.deleteFrom('customer_request_look').executeTakeFirstOrThrow());
    assert.equal(taken.numDeletedRows, 0n);
    assert.equal(await linesOf(request), 1);
  });

  it('hold the proof that every look is told, when the list is opened and when the request has gone', async () => {
    const request = await handed('en@annan.example');
    await handed('annan@annan.example');
    await get(list, boss);
    await get(one(request), boss);
    assert.equal(await looksUntold(test), 0);
    await test.owner.query('delete from customer_request');
    assert.equal((await test.owner.query('select from customer_request_look')).rowCount, 0);
    assert.equal(await looksUntold(test), 0);
    assert.deepEqual((await verifyLookLog(test.house)).faults, []);
  });
});
