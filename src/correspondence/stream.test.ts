import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, mock, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { EventReader } from '../../tests/support/event-reader.ts';
import { href } from '../routes.ts';
import { openRoom, until, type Room, type Someone } from './testing.ts';

let room: Room;
let server: Server;
let port: number;
let subscribed = 0;
const open = new Set<Reader>();

before(async () => {
  room = await openRoom();
  countSubscriptions();
  server = createAdaptorServer({ fetch: room.house.app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  await room.get(room.path, room.student);
});
afterEach(() => open.forEach((reader) => reader.drop()));
after(async () => {
  server.closeAllConnections();
  server.close();
  await room.house.close();
});

/** Who listens is not told by the house; the test counts at its door. */
function countSubscriptions(): void {
  const { live } = room.house.house;
  room.house.house.live = {
    ...live,
    subscribe(topic, listener) {
      subscribed += 1;
      const leave = live.subscribe(topic, listener);
      return () => {
        subscribed -= 1;
        leave();
      };
    },
  };
}

/** A reader of this test's own server. */
class Reader extends EventReader {
  async at(path: string, who: Someone, headers: Record<string, string> = {}): Promise<this> {
    open.add(this);
    return this.open(port, path, who.cookie, headers);
  }
  override drop(): void {
    super.drop();
    open.delete(this);
  }
}

const studentStream = (query = '') => href('messageStream', room.own) + query;
const adminStream = async (query = '') => href('threadStream', { customer: room.customer.slug, thread: await room.threadId() }) + query;
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const lastSequence = async () =>
  (await room.rows<{ last_sequence: number }>('select last_sequence from correspondence where id = $1', [await room.threadId()]))[0]!
    .last_sequence;

test('a message is on the other side’s screen at once, and its being read on the writer’s', async () => {
  const admin = await new Reader().at(await adminStream(), room.admin);
  const student = await new Reader().at(studentStream(), room.student);
  assert.equal(admin.response.statusCode, 200);
  assert.match(admin.response.headers['content-type']!, /^text\/event-stream/);
  assert.equal(admin.response.headers['cache-control'], 'no-store');
  assert.equal(admin.response.headers['x-accel-buffering'], 'no');
  await wait(50);
  const began = performance.now();
  await room.send(room.student, 'Syns jag?');
  await until(() => admin.ids.length === 1, 'the message');
  assert.ok(performance.now() - began < 1_000);
  const { html, client } = admin.named('message')[0]!.data as { html: string; client?: string };
  assert.match(html, /^<li data-message="1">.*Syns jag\?/);
  assert.equal(client, undefined);
  await until(() => student.named('read').length === 1, 'the reading');
  assert.deepEqual(student.named('read')[0]!.data, 1);
  await room.send(room.admin, 'Ja!');
  await until(() => student.ids.length === 2, 'the answer');
  assert.match((student.named('message')[0]!.data as { html: string; client: string }).html, /class="mine"/);
});

test('after a lost line nothing is missing and nothing comes twice', async () => {
  const start = await lastSequence();
  const first = await new Reader().at(studentStream(`?efter=${start}`), room.student);
  const sending = (async () => {
    for (let index = 1; index <= 20; index += 1) await room.send(index % 2 ? room.admin : room.student, `Under avbrott ${index}`);
  })();
  await until(() => first.ids.length >= 5, 'some of them');
  first.drop();
  await sending;
  const lastSeen = first.ids.at(-1)!;
  assert.ok(lastSeen < start + 20);
  const second = await new Reader().at(studentStream(`?efter=${start}`), room.student, { 'last-event-id': String(lastSeen) });
  await room.send(room.admin, 'Efter avbrottet');
  await until(() => second.ids.at(-1) === start + 21, 'the rest');
  assert.deepEqual([...first.ids, ...second.ids], from(start + 1, start + 21));
});

test('a long gap comes whole and in order, more than is read at a time', async () => {
  const start = await lastSequence();
  for (let index = 0; index < 230; index += 1) await room.send(room.student, `Många ${index}`);
  const reader = await new Reader().at(await adminStream(`?efter=${start}`), room.admin);
  await until(() => reader.ids.length === 230, 'all of them');
  assert.deepEqual(reader.ids, from(start + 1, start + 230));
});

test('a deleted message is emptied live on both sides, also for those who were away', async () => {
  const [row] = await room.rows<{ id: string; sequence: number }>("select id, sequence from message where body = 'Många 7'");
  const at = await lastSequence();
  const [student, admin] = [await new Reader().at(studentStream(), room.student), await new Reader().at(await adminStream(), room.admin)];
  await wait(50);
  await room.post(href('deleteMessage', { ...room.own, message: row!.id }), {}, room.student);
  for (const reader of [student, admin]) {
    await until(() => reader.named('changed').length === 1, 'the removal');
    const { id, data } = reader.named('changed')[0]!;
    const [update] = data as { sequence: number; html: string }[];
    assert.equal(id, `${at}-1`);
    assert.equal(update?.sequence, row!.sequence);
    assert.match(update.html, /<em>Meddelandet är borttaget<\/em>/);
    assert.doesNotMatch(update.html, /Många 7|class="day"/);
  }
  const late = await new Reader().at(studentStream(), room.student, { 'last-event-id': String(at) });
  await until(() => late.named('changed').length === 1, 'the removal afterwards');
  const knowing = await new Reader().at(studentStream(), room.student, { 'last-event-id': `${at}-1` });
  await wait(100);
  assert.deepEqual(knowing.named('changed'), [], 'what has been told is not told again');
});

test('other words come live to both sides', async () => {
  const [student, admin] = [
    await new Reader().at(studentStream(`?efter=${await lastSequence()}&andring=1`), room.student),
    await new Reader().at(await adminStream(`?efter=${await lastSequence()}&andring=1`), room.admin),
  ];
  await room.send(room.student, 'Med fel');
  const [row] = await room.rows<{ id: string; sequence: number }>("select id, sequence from message where body = 'Med fel'");
  await until(() => admin.ids.includes(row!.sequence), 'the message');
  assert.equal((await room.post(href('editMessage', { ...room.own, message: row!.id }), { body: 'Utan fel' }, room.student)).status, 303);
  for (const reader of [student, admin]) {
    await until(() => reader.named('changed').length === 1, 'the other words');
    const [update] = reader.named('changed')[0]!.data as { sequence: number; html: string }[];
    assert.equal(update?.sequence, row!.sequence);
    assert.match(update.html, /Utan fel/);
    assert.match(update.html, /<span class="message-note">ändrat<\/span>/);
  }
});

test('a page that nobody looks at gets the message, which is then delivered and not read; looking again reads it', async () => {
  const own = await new Reader().at(await adminStream(`?efter=${await lastSequence()}`), room.admin);
  const hidden = await new Reader().at(studentStream(`?efter=${await lastSequence()}&dold=1`), room.student);
  await until(() => own.named('read').length > 0, 'how far was read before');
  const before = own.named('read').length;
  await room.send(room.admin, 'Ser du det här?');
  const sequence = await lastSequence();
  await until(() => hidden.ids.includes(sequence), 'the message');
  await until(() => own.named('delivered').some(({ data }) => data === sequence), 'the delivery');
  assert.equal(own.named('read').length, before, 'nobody has looked');
  const page = () => room.get(href('thread', { customer: room.customer.slug, thread: threadId }), room.admin);
  const threadId = await room.threadId();
  assert.match(await (await page()).text(), /<p class="message-state">Levererat<\/p>/);
  await new Reader().at(studentStream(`?efter=${sequence}`), room.student);
  await until(() => own.named('read').some(({ data }) => data === sequence), 'the reading');
  assert.match(await (await page()).text(), /<p class="message-state">Läst<\/p>/);
});

test('what a stream starts from is a message’s number; anything else starts from now', async () => {
  for (const wrong of ['?efter=-1', '?efter=x', '?efter=99999999999999999999', '']) {
    const reader = await new Reader().at(studentStream(wrong), room.student, { 'last-event-id': 'nonsens' });
    assert.equal(reader.response.statusCode, 200);
    await wait(30);
    assert.deepEqual(reader.ids, [], wrong);
    reader.drop();
  }
});

test('whoever goes away is no longer listened for, and a HEAD never is', async () => {
  await until(() => subscribed === 0, 'the earlier readers to leave');
  const readers = [await new Reader().at(studentStream(), room.student), await new Reader().at(await adminStream(), room.admin)];
  assert.equal(subscribed, 4, 'each for messages, and for how far the other side has got');
  readers.forEach((reader) => reader.drop());
  await until(() => subscribed === 0, 'both to leave');
  const head = await room.house.app.request(studentStream(), { method: 'HEAD', headers: { cookie: room.student.cookie } });
  assert.equal(head.status, 200);
  assert.equal(subscribed, 0);
});

test('opening an administrator’s stream is one recorded look', async () => {
  await room.house.owner.query('delete from access_log');
  const reader = await new Reader().at(await adminStream(), room.admin);
  await room.send(room.student, 'Utan nytt antecknande');
  await until(() => reader.ids.length === 1, 'the message');
  assert.equal((await room.rows('select from access_log')).length, 1);
});

test('strangers and closed doors get no stream', async () => {
  const refused = async (path: string, who: Someone) => (await new Reader().at(path, who)).response.statusCode;
  for (const who of Object.values(room.strangers)) assert.equal(await refused(await adminStream(), who), 404);
  for (const who of [room.strangers.neighbour, room.strangers.elsewhere, room.admin, room.strangers.otherStudent])
    assert.equal(await refused(studentStream(), who), 404);
  assert.equal(await refused(studentStream(), { ...room.student, cookie: 'session=nonsens' }), 401);
});

test('an administrator who no longer looks after the course is let go at the next event', async () => {
  const reader = await new Reader().at(await adminStream(), room.admin);
  const before = reader.ids.length;
  await room.house.owner.query('delete from course_administrator where account_id = $1 returning *', [room.admin.id]);
  await room.send(room.student, 'Bara för den som får läsa');
  await until(() => reader.ended, 'the end');
  assert.equal(reader.ids.length, before);
  await room.house.owner.query('insert into course_administrator (customer_id, course_id, account_id) values ($1, $2, $3)', [
    room.customer.id,
    room.course.courseId,
    room.admin.id,
  ]);
});

test('a silent line is heard of every 15 seconds, one that has spoken the next time; within a minute a session that has ended ends its streams', async () => {
  await until(() => subscribed === 0, 'the earlier readers to leave');
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const student = await new Reader().at(studentStream(), room.student);
    await room.send(room.admin, 'Är du kvar?');
    await until(() => student.named('message').length === 1, 'the message');
    mock.timers.tick(15_000);
    await wait(100);
    assert.deepEqual(student.named('comment'), [], 'it has just spoken');
    // That the message has been read may be told meanwhile, which is a sign of life as well.
    const afterSilence = async (count: number) => {
      for (let turn = 0; turn < 3 && student.named('comment').length < count; turn++) {
        mock.timers.tick(15_000);
        await wait(200);
      }
      await until(() => student.named('comment').length === count, `heartbeat ${count}`);
    };
    await afterSilence(1);
    await afterSilence(2);
    const admin = await new Reader().at(await adminStream(), room.admin);
    assert.equal(student.ended, false);
    await room.house.owner.query("update session set expires_at = now() - interval '1 day' where account_id = $1", [room.student.id]);
    mock.timers.tick(60_000);
    await until(() => student.ended, 'the end');
    assert.equal(admin.ended, false);
  } finally {
    mock.timers.reset();
  }
});

test('a house that closes ends its streams', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const other = await openRoom();
  try {
    await other.get(other.path, other.student);
    const response = await other.get(href('messageStream', other.own), other.student);
    const reader = response.body!.getReader();
    await reader.read();
    await other.house.house.database.close();
    mock.timers.tick(1_000);
    assert.equal((await reader.read()).done, true);
  } finally {
    mock.timers.reset();
    await other.house.owner.end();
    await other.house.house.live.close();
    rmSync(other.house.folder, { recursive: true, force: true });
  }
});
