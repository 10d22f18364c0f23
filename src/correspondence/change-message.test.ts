import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { scan } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { openRoom, type Room, type Someone } from './testing.ts';

// Proof of N-29.

let room: Room;
let thread: { customer: string; thread: string };
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  thread = { customer: room.customer.slug, thread: await room.threadId() };
});
after(() => room.house.close());

const idOf = async (body: string) => (await room.rows<{ id: string }>('select id from message where body = $1', [body]))[0]!.id;
const edit = (message: string, body: string, who: Someone = room.student) =>
  room.post(who === room.admin ? href('editAnswer', { ...thread, message }) : href('editMessage', { ...room.own, message }), { body }, who);
const page = async (who: Someone) => (await room.get(who === room.student ? room.path : href('thread', thread), who)).text();
const wait = (minutes: number) => room.house.clock.moveTo(new Date(room.house.clock.now().getTime() + minutes * 60_000));

test('each side mends its own words within five minutes, and both see that it was done', async () => {
  await room.send(room.student, 'Jag har fle');
  await room.send(room.admin, 'Det är okey');
  assert.equal((await edit(await idOf('Jag har fle'), 'Jag har fel')).status, 303);
  assert.equal((await edit(await idOf('Det är okey'), 'Det är okej', room.admin)).status, 303);
  for (const who of [room.student, room.admin]) {
    const text = await page(who);
    assert.match(text, /Jag har fel/);
    assert.match(text, /Det är okej/);
    assert.equal(text.match(/class="message-note">ändrat</g)?.length, 2);
  }
  assert.match(await (await room.get(room.path, room.student, { 'accept-language': 'en' })).text(), /message-note/);
});

test('the earlier words are nowhere any more', async () => {
  for (const marker of ['Jag har fle', 'Det är okey']) assert.deepEqual(await scan(room.house.house, marker, [room.house.folder]), []);
});

test('the same words change nothing, and two edits are two changes', async () => {
  const id = await idOf('Jag har fel');
  const changes = async () =>
    (await room.rows<{ last_change: number }>('select last_change from correspondence where id = $1', [thread.thread]))[0]!.last_change;
  const before = await changes();
  await edit(id, 'Jag har fel');
  assert.equal(await changes(), before);
  await Promise.all([edit(id, 'Jag har rätt'), edit(id, 'Jag har helt rätt')]);
  assert.equal(await changes(), before + 2);
});

test('nobody edits another’s words, and nobody what is taken back', async () => {
  await room.send(room.student, 'Mitt eget');
  const id = await idOf('Mitt eget');
  for (const who of [room.admin, ...Object.values(room.strangers)]) assert.equal((await edit(id, 'Ditt', who)).status, 404);
  await room.post(href('deleteMessage', { ...room.own, message: id }), {}, room.student);
  assert.equal((await edit(id, 'Tillbaka')).status, 404);
});

test('a bad form says what to do, and keeps what was typed where it was typed', async () => {
  await room.send(room.student, 'Kort');
  const id = await idOf('Kort');
  const long = 'x'.repeat(10_001);
  for (const [body, says] of [
    ['  ', /Skriv ett meddelande innan du skickar/],
    [long, /högst 10\u00a0000 tecken/],
  ] as const) {
    const answer = await edit(id, body);
    const text = await answer.text();
    assert.equal(answer.status, 422);
    assert.match(text, says);
    assert.match(text, /<details class="disclosure"[^>]* open/);
    if (body === long) assert.ok(text.includes(long));
  }
});

test('after five minutes the words stand', async () => {
  await room.send(room.student, 'Så här är det');
  const id = await idOf('Så här är det');
  wait(4.9);
  assert.equal((await edit(id, 'Så här är det nu')).status, 303);
  wait(0.2);
  const late = await edit(id, 'För sent');
  assert.equal(late.status, 422);
  assert.match(await late.text(), /Det har gått mer än fem minuter, så meddelandet går inte att ändra längre/);
  assert.doesNotMatch(await page(room.student), /\/andring"/);
});

test('a message that was edited and is sent again by a retry is still the one message', async () => {
  const clientId = '0190a0a0-0000-7000-8000-000000000001';
  await room.post(room.path, { body: 'Före', client_id: clientId }, room.student);
  await edit(await idOf('Före'), 'Efter');
  await room.post(room.path, { body: 'Före', client_id: clientId }, room.student);
  assert.deepEqual(await room.rows("select body from message where body in ('Före', 'Efter')"), [{ body: 'Efter' }]);
});
