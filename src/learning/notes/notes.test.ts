import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { eraseForever, exportTables } from '../../privacy/index.ts';
import { formPost, signedIn } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';

// Proof of N-09: one goes on where one was, with what one had with one.

describe('notes and bookmarks', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  let person: { id: string };
  let enrolmentId: string;
  let cookie: string;
  const post = async (name: 'saveNote' | 'saveBookmark', fields: Record<string, string>, as = cookie, headers = {}) => {
    const sent = formPost(fields, as);
    return room.house.app.request(href(name, { ...at, position: 1 }), { ...sent, headers: { ...sent.headers, ...headers } });
  };
  const pageText = (as = cookie) => room.textOf(href('coursePage', { ...at, position: 1 }), as);
  const count = async (table: 'note' | 'bookmark') =>
    (await room.house.owner.query(`select from ${table} where enrolment_id = $1`, [enrolmentId])).rowCount;

  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    const student = await room.named('Nora', 'Note');
    person = student.person;
    enrolmentId = student.enrolmentId;
    cookie = await signedIn(room.house, student.person);
  });
  after(() => room.house.close());

  test('a note is kept, shown as it was written, and gone when it is emptied', async () => {
    const kept = await post('saveNote', { body: 'Fråga <b>Kim</b> & Åsa\nom bromsarna' });
    assert.equal(kept.status, 303);
    assert.match(await pageText(), /<details class="own-note" open>.*Fråga &lt;b>Kim&lt;\/b> &amp; Åsa\nom bromsarna<\/textarea>/s);
    await post('saveNote', { body: 'Nytt' });
    await post('saveNote', { body: 'Nytt' });
    assert.equal(await count('note'), 1);
    await post('saveNote', { body: '  ' });
    assert.equal(await count('note'), 0);
    assert.doesNotMatch(await pageText(), /own-note" open/);
  });

  test('the browser’s queue is told that the note has come', async () => {
    const answer = await post('saveNote', { body: 'Från kön' }, cookie, { accept: 'application/json' });
    assert.deepEqual(await answer.json(), { feedback: '<p class="facts">Anteckningen är sparad.</p>' });
  });

  test('a page is marked and found again; twice is once', async () => {
    await post('saveBookmark', { marked: 'yes' });
    await post('saveBookmark', { marked: 'yes' });
    assert.equal(await count('bookmark'), 1);
    assert.match(await pageText(), /Ta bort bokmärket/);
    const list = await room.textOf(href('notes', at), cookie);
    assert.match(list, /<a href="[^"]*\/sidor\/1">Första sidan<\/a>.*Bokmärke.*Från kön/s);
    await post('saveBookmark', { marked: 'no' });
    assert.equal(await count('bookmark'), 0);
  });

  test('nobody else sees them: another student, the staff, another account in the student’s own scope', async () => {
    await post('saveNote', { body: 'Hemligt ord' });
    await post('saveBookmark', { marked: 'yes' });
    const mate = await signedIn(room.house, (await room.named('Mats', 'Mate')).person);
    assert.doesNotMatch(await pageText(mate), /Hemligt ord|Ta bort bokmärket/);
    for (const address of [href('notes', at), href('coursePage', { ...at, position: 1 })]) {
      assert.equal((await room.get(address, room.cookie)).status, 404);
    }
    assert.equal((await post('saveNote', { body: 'x' }, room.cookie)).status, 404);
    const { database } = room.house.house;
    const scope = { purpose: 'deliver-course', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id };
    const seen = await database.transaction(scope, async (tx) => [
      await tx.selectFrom('enrolment').select('id').where('id', '=', enrolmentId).execute(),
      await tx.selectFrom('note').selectAll().execute(),
      await tx.selectFrom('bookmark').selectAll().execute(),
    ]);
    assert.deepEqual(
      seen.map(({ length }) => length),
      [1, 0, 0],
      'the staff sees that the student takes the course, and neither notes nor bookmarks',
    );
  });

  test('that an enrolment was found holds for whoever found it, and for that purpose alone', async () => {
    const mate = (await room.named('Olga', 'Other')).person;
    const { database } = room.house.house;
    const scope = { purpose: 'deliver-course', accountId: person.id, customerId: room.customer.id };
    const found = await database.transaction(scope, async (tx) => {
      const notes = async () => (await tx.selectFrom('note').select('body').execute()).length;
      const as = (name: string, value: string) => sql`select set_config(${name}, ${value}, true)`.execute(tx);
      const own = await notes();
      await as('app.account_id', mate.id);
      const matesOwn = await notes();
      await as('app.account_id', person.id);
      return [own, matesOwn, await notes()];
    });
    assert.deepEqual(found, [1, 0, 1]);
    const asks = database.transaction(scope, async (tx) => {
      await tx.selectFrom('note').select('body').execute();
      await sql`select set_config('app.purpose', 'inform', true)`.execute(tx);
      await tx.selectFrom('note').select('body').execute();
    });
    await assert.rejects(asks, /The data map does not allow note to be read for "inform"/);
    const writes = database.transaction({ ...scope, accountId: mate.id }, (tx) =>
      tx.insertInto('note').values({ customer_id: room.customer.id, enrolment_id: enrolmentId, page_id: enrolmentId, body: 'x' }).execute(),
    );
    await assert.rejects(writes, /row-level security/);
  });

  test('they are in the person’s extract, and erasure leaves nothing of them', async () => {
    const parts: unknown[] = [];
    for (const { rows } of await exportTables(room.house.house, person.id)) for await (const row of rows) parts.push(row);
    assert.match(JSON.stringify(parts), /Hemligt ord/);
    await eraseForever(room.house.house, [person.id], 'request');
    assert.deepEqual([await count('note'), await count('bookmark')], [0, 0]);
  });
});
