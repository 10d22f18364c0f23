import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventReader } from '../../tests/support/event-reader.ts';
import { startKursiv, type Program } from '../../tests/support/program.ts';
import { testSecret } from '../../tests/support/test-server.ts';
import { href } from '../routes.ts';
import { openRoom, type Room, type Someone } from './testing.ts';

// Proof of N-08 and N-13: a live conversation goes on where it was though the process it hung on is gone.

let room: Room;
let processes: [Program, Program];
before(async () => {
  // The processes keep real time, so the world they find is of today.
  room = await openRoom(new Date(Date.now() - 60_000));
  await room.get(room.path, room.student);
  const start = (name: string) =>
    startKursiv(['--empty'], {
      DATABASE_URL: room.house.ownerUrl,
      DATA_FOLDER: join(room.house.folder, name),
      SECRET: testSecret,
      PUBLIC_URL: 'http://localhost',
    });
  processes = await Promise.all([start('one'), start('two')]);
});
after(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ exited }) => exited));
  await room.house.close();
});

const portOf = ({ url }: Program): number => Number(new URL(url).port);

/** As the browser's script does: it asks again, under the same id, until it knows; at the other process when the first is gone. */
async function send(at: readonly Program[], path: string, body: string, who: Someone): Promise<void> {
  const fields = new URLSearchParams({ body, client_id: randomUUID() });
  const headers = { cookie: who.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(50)) {
    for (const one of at) {
      const url = `http://localhost:${portOf(one)}${path}`;
      const answer = await fetch(url, { method: 'POST', headers, body: fields, redirect: 'manual' }).catch(() => undefined);
      if (answer?.status === 303) return;
    }
  }
  throw new Error(`"${body}" was never taken.`);
}

test('a stream whose process is killed goes on at the other by its last id: nothing is lost, nothing comes twice', async () => {
  const [one, two] = processes;
  const thread = href('answerThread', { customer: room.customer.slug, thread: await room.threadId() });
  const stream = href('messageStream', room.own);
  const count = 60;
  const bodies = Array.from({ length: count }, (_, index) => `Meddelande nummer ${index + 1}`);
  const first = await new EventReader().open(portOf(one), `${stream}?efter=0`, room.student.cookie);
  assert.equal(first.response.statusCode, 200);

  let killed: Promise<unknown> | undefined;
  // Half of them go in by the process that dies, some at the very moment.
  const sending = bodies.map(async (body, index) => {
    await wait(index * 20);
    await send(index % 2 === 0 ? [one, two] : [two], thread, body, room.admin);
  });
  for (const end = Date.now() + 60_000; first.ids.length < count / 4; await wait(5))
    assert.ok(Date.now() < end, 'the first stream is live');
  one.child.kill('SIGKILL');
  killed = one.exited;
  await killed;
  for (const end = Date.now() + 10_000; !first.ended; await wait(5)) assert.ok(Date.now() < end, 'the line is lost');
  assert.ok(first.ids.length < count, 'the process died in the middle of it');

  const second = await new EventReader().open(portOf(two), `${stream}?efter=0`, room.student.cookie, { 'last-event-id': first.lastId! });
  await Promise.all(sending);
  const heard = () => [...first.ids, ...second.ids];
  for (const end = Date.now() + 60_000; heard().length < count; await wait(10))
    assert.ok(Date.now() < end, `${heard().length} of ${count} came`);
  await wait(300);
  second.drop();
  assert.deepEqual(
    heard(),
    Array.from({ length: count }, (_, index) => index + 1),
    'each once, in order, over both streams',
  );
  const stored = await room.rows<{ body: string }>('select body from message order by sequence');
  assert.deepEqual(stored.map(({ body }) => body).toSorted(), bodies.toSorted(), 'what was sent again is there once');
});
