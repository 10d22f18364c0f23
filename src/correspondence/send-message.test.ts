import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { connectDatabase } from '../platform/database.ts';
import { href } from '../routes.ts';
import { clientIdIn, openRoom, type Room } from './testing.ts';

let room: Room;
before(async () => void (room = await openRoom()));
after(() => room.house.close());

type Sent = { sequence: number; body: string };
const stored = async () => room.rows<Sent>('select sequence, body from message order by sequence');

test('two first visits at the same moment make one thread', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => room.get(room.path, room.student)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(8).fill(200),
  );
  assert.equal((await room.rows('select from correspondence')).length, 1);
});

/**
 * As many at once as there are connections. More would only wait their turn for one, and a house gives up that wait after ten
 * seconds: on a machine that does other things as well, some would be refused for want of time and not for any fault.
 */
async function sendAll(sends: (() => Promise<Response>)[], atOnce: number): Promise<Response[]> {
  const waiting = sends.values();
  const answers = Array.from({ length: atOnce }, async () => {
    const own: Response[] = [];
    for (const send of waiting) own.push(await send());
    return own;
  });
  return (await Promise.all(answers)).flat();
}

test('200 sends from both sides, sixteen at a time and many of them repeated, are stored once each and counted without gaps', async () => {
  const atOnce = 16;
  const { house } = room.house;
  const few = house.database;
  house.database = connectDatabase(room.house.runtimeUrl, room.house.clock, atOnce, () => {});
  const thread = href('answerThread', { customer: room.customer.slug, thread: await room.threadId() });
  const drafts = Array.from({ length: 120 }, (_, index) => ({
    client_id: randomUUID(),
    body: `Meddelande ${index}`,
    fromStudent: index % 2 === 0,
  }));
  const repeated = [...drafts, ...drafts.slice(0, 80)].sort(() => Math.random() - 0.5);
  const answers = await sendAll(
    repeated.map(
      ({ fromStudent, ...fields }) =>
        () =>
          room.post(fromStudent ? room.path : thread, fields, fromStudent ? room.student : room.admin),
    ),
    atOnce,
  );
  await house.database.close();
  house.database = few;
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(200).fill(303),
  );
  const messages = await stored();
  assert.deepEqual(
    messages.map(({ sequence }) => sequence),
    drafts.map((_, index) => index + 1),
  );
  assert.deepEqual(messages.map(({ body }) => body).sort(), drafts.map(({ body }) => body).sort());
  const [counted] = await room.rows<{ last_sequence: number }>('select last_sequence from correspondence');
  assert.equal(counted?.last_sequence, 120);
});

test('the same form sent again with other words is a message of its own, and once only', async () => {
  const clientId = clientIdIn(await (await room.get(room.path, room.student)).text());
  for (const body of ['Första', 'Andra', 'Första', 'Andra']) await room.post(room.path, { client_id: clientId, body }, room.student);
  assert.deepEqual(
    (await stored()).slice(-2).map(({ body }) => body),
    ['Första', 'Andra'],
  );
  assert.equal((await stored()).length, 122);
});

test('a form without a usable id is still sent', async () => {
  assert.equal((await room.post(room.path, { body: 'Utan id', client_id: 'nonsens' }, room.student)).status, 303);
  assert.equal((await stored()).at(-1)?.body, 'Utan id');
});

test('a script gets the message itself, the same one when it asks again', async () => {
  const fields = { body: 'Från skriptet', client_id: randomUUID() };
  const send = async () =>
    (await room.post(room.path, fields, room.student, { accept: 'application/json' })).json() as Promise<{
      sequence: number;
      html: string;
      client: string;
    }>;
  const [first, second] = [await send(), await send()];
  assert.deepEqual(first, second);
  assert.equal(first.client, fields.client_id);
  assert.match(first.html, /^<li class="mine" data-message="124">.*Från skriptet/);
});

test('what is empty or too long is told, kept and not sent', async () => {
  const count = (await stored()).length;
  const empty = await room.post(room.path, { body: '  \n ', client_id: randomUUID() }, room.student);
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Skriv ett meddelande innan du skickar/);
  const long = 'å'.repeat(10_001);
  const tooLong = await room.post(room.path, { body: long, client_id: randomUUID() }, room.student);
  assert.equal(tooLong.status, 422);
  const page = await tooLong.text();
  assert.match(page, /Meddelandet får ha högst 10\u00a0000 tecken/);
  assert.ok(page.includes(long));
  const asJson = await room.post(room.path, { body: '', client_id: randomUUID() }, room.student, { accept: 'application/json' });
  assert.deepEqual([asJson.status, await asJson.json()], [422, { problem: 'Skriv ett meddelande innan du skickar.' }]);
  assert.equal((await room.post(room.path, {}, room.student)).status, 422);
  assert.equal((await stored()).length, count);
});

test('what is written is shown as it was written, never as markup', async () => {
  await room.send(room.student, '<script>alert(1)</script> & ”citat”\n\nNy rad å ä ö 😀');
  const page = await (await room.get(room.path, room.student)).text();
  assert.match(page, /&lt;script>alert\(1\)&lt;\/script> &amp; ”citat”\n\nNy rad å ä ö 😀/);
});
