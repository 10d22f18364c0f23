import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  type Person,
} from '../../../tests/support/world.ts';
import { makeKeys } from '../../keys/index.ts';
import { addDays } from '../../platform/clock.ts';
import { customersMails } from '../mails.ts';
import { liftDue } from './restrict-handed.ts';

/** Art. 18 at the customer's own desk: what it answers for about an address stands aside, and nothing of anyone else's. */
describe('what a customer restricts for an address', () => {
  let test: TestHouse;
  let chief: Person;
  let boss: string;
  let rival: string;
  let request: string;
  const places: Record<'ett' | 'tva', { id: string }> = { ett: { id: '' }, tva: { id: '' } };
  const email = 'adress@annan.example';
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    for (const slug of ['ett', 'tva'] as const) {
      places[slug] = await addCustomer(test, slug);
      const { courseId } = await addCourse(test, places[slug].id);
      const bindings = [email, 'granne@annan.example'].map((to) => ({ email: to, givenName: 'Ett', familyName: 'Namn' }));
      const keys = { customerId: places[slug].id, courseId, label: 'Test', count: 2, expiresAt: addDays(start, 30), bindings };
      await inHouse(test, (tx) => makeKeys(tx, test.house, keys));
    }
    chief = await adminOf(places.ett.id, 'Chef');
    boss = await signedIn(test, chief);
    rival = await signedIn(test, await adminOf(places.tva.id, 'Rival'));
    request = await handed('restriction');
  });
  after(() => test.close());

  async function adminOf(customerId: string, marker: string): Promise<Person> {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) =>
      tx.insertInto('membership').values({ customer_id: customerId, account_id: person.id, role: 'customer_admin' }).execute(),
    );
    return person;
  }
  async function handed(kind: string, from = email): Promise<string> {
    const id = randomUUID();
    const row = { customer_id: places.ett.id, id, request_id: randomUUID(), kind, email: from, body: 'Låt dem vara', language: 'sv' };
    const times = { received_at: start, answer_by: addDays(start, 30), handed_at: start, due_at: addDays(start, 400) };
    await inHouse(test, (tx) =>
      tx
        .insertInto('customer_request')
        .values({ ...row, ...times })
        .execute(),
    );
    return id;
  }
  const post = (fields: Record<string, string>, as = boss, part = '', slug = 'ett', id = request) =>
    test.app.request(`/k/${slug}/begaranden/${id}${part}`, formPost(fields, as));
  const show = async () => {
    const response = await test.app.request(`/k/ett/begaranden/${request}`, { headers: { cookie: boss, 'accept-language': 'sv' } });
    return response.text();
  };
  /** Addresses of the keys that a customer's staff sees. */
  const keysOf = (slug: 'ett' | 'tva') =>
    test.house.database.transaction({ purpose: 'open-course', staffOf: places[slug].id, customerId: places[slug].id }, async (tx) => {
      const rows = await tx.selectFrom('course_key').select('bound_email').orderBy('bound_email').execute();
      return rows.map(({ bound_email: bound }) => bound);
    });
  const both = [email, 'granne@annan.example'];

  it('stands aside from the answer on, for the customer that answered, and for no other address', async () => {
    assert.match(await show(), /När du svarar begränsas det som finns under mejladressen hos er/);
    assert.equal((await post({}, boss, '/havning')).status, 404, 'nothing is in force yet');
    assert.equal((await post({ step: 'answered' }, rival)).status, 404);
    assert.equal((await post({ step: 'refused', note: '' })).status, 422);
    assert.deepEqual(await keysOf('ett'), both);
    assert.equal((await post({ step: 'answered' })).status, 303);
    assert.deepEqual(await keysOf('ett'), ['granne@annan.example']);
    assert.deepEqual(await keysOf('tva'), both);
    assert.match(
      await show(),
      /Begränsningen gäller sedan den 23 november 2026[\s\S]*Kunden ett ser dem inte, men du kan fortfarande använda dem/,
    );
    assert.deepEqual((await test.owner.query("select due_at = 'infinity' as stays from customer_request")).rows, [{ stays: true }]);
  });

  it('is not begun where the answer stops half-way: nobody would lift such a mark', async () => {
    const half = await handed('restriction', 'halvvags@annan.example');
    await test.owner.query('update course_key set bound_email = $1 where customer_id = $2 and bound_email = $3', [
      'halvvags@annan.example',
      places.ett.id,
      'granne@annan.example',
    ]);
    await test.owner.query("alter table mail add constraint no_answer check (template <> 'handed-answered') not valid");
    assert.equal((await post({ step: 'answered' }, boss, '', 'ett', half)).status, 500);
    await test.owner.query('alter table mail drop constraint no_answer');
    assert.deepEqual(await keysOf('ett'), ['halvvags@annan.example']);
    assert.equal((await post({ step: 'refused', note: 'Vi kan inte' }, boss, '', 'ett', half)).status, 303);
    assert.deepEqual((await test.owner.query('select from course_key where restriction_id = $1', [half])).rows, []);
    await test.owner.query('update course_key set bound_email = $1 where bound_email = $2', [
      'granne@annan.example',
      'halvvags@annan.example',
    ]);
    await test.owner.query('delete from customer_request where id = $1', [half]);
    await test.owner.query("delete from mail where about->>'handedId' = $1", [half]);
  });

  it('is lifted a week after the person has been told, and once', async () => {
    assert.equal((await post({}, rival, '/havning')).status, 404);
    assert.equal((await post({}, rival, '/havning', 'tva')).status, 404);
    for (const _ of [1, 2]) assert.equal((await post({}, boss, '/havning')).status, 303);
    const mails = (await test.owner.query("select about from mail where template = 'handed-answered' order by created_at")).rows;
    assert.equal(mails.length, 2, 'the answer, and that it will be lifted: once');
    const facts = { house: test.house, language: 'sv', givenName: '', accountId: undefined, operatorName: '' } as const;
    const mail = await customersMails['handed-answered']({ ...facts, about: { handedId: request } });
    assert.equal(mail?.subject, 'Det finns något nytt om din begäran');
    assert.match(await show(), /hävs den 30 november 2026/);
    await liftDue(test.house);
    assert.deepEqual(await keysOf('ett'), ['granne@annan.example'], 'not before the day that was told');
    test.clock.moveTo(addDays(start, 8));
    await liftDue(test.house);
    assert.deepEqual(await keysOf('ett'), both);
    const { rows } = await test.owner.query("select due_at < '2028-01-01' as goes, lifted_at is not null as lifted from customer_request");
    assert.deepEqual(rows, [{ goes: true, lifted: true }]);
  });

  it('leaves nothing aside of a request for something else', async () => {
    const other = await handed('objection');
    boss = await signedIn(test, chief);
    assert.equal((await post({ step: 'answered', note: 'Klart' }, boss, '', 'ett', other)).status, 303);
    assert.deepEqual(await keysOf('ett'), both);
    assert.equal((await post({}, boss, '/havning', 'ett', other)).status, 404);
  });
});
