import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { href } from '../routes.ts';
import { openRoom, type Room } from './testing.ts';

/** A long conversation costs what a short one does. Counted in rows that PostgreSQL reads, not by a clock. */

const many = 10_000;
let room: Room;
let long: string;
let short: string;

before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  await room.get(room.path, room.strangers.otherStudent);
  const threads = await room.rows<{ id: string; account_id: string }>(
    'select c.id, e.account_id from correspondence c join enrolment e on e.id = c.enrolment_id',
  );
  long = threads.find(({ account_id }) => account_id === room.student.id)!.id;
  short = threads.find(({ account_id }) => account_id === room.strangers.otherStudent.id)!.id;
  await fill(long, room.student.id, many);
  await fill(short, room.strangers.otherStudent.id, 10);
  await room.house.owner.query('vacuum analyze');
});
after(() => room.house.close());

async function fill(thread: string, student: string, count: number): Promise<void> {
  const values = [room.customer.id, thread, student, room.admin.id, count];
  await room.house.owner.query(
    `insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body, sent_at, deleted_at, change)
     select $1, $2, n, case when n % 2 = 1 then $3::uuid else $4::uuid end, n % 2 = 1, gen_random_uuid(), 'Rad ' || n,
       now() - make_interval(mins => $5::int - n),
       case when n % 20 = 0 then now() end, case when n % 20 = 0 then n / 20 end
     from generate_series(1, $5::int) n`,
    values,
  );
  await room.house.owner.query(
    `update correspondence set last_sequence = $2, last_change = $2 / 20, last_sent_at = now(), last_from_student = false,
       read_by_student = $2, read_by_administrator = $2, delivered_to_student = $2, delivered_to_administrator = $2 where id = $1`,
    [thread, count],
  );
}

type Read = { all: number; byIndex: number };

/** The rows of messages that were read, by all connections of the house. */
async function counted(): Promise<Read> {
  await Promise.all(
    Array.from({ length: 12 }, () => room.house.house.database.pool.query('select pg_stat_force_next_flush(), pg_sleep(0.02)')),
  );
  await pause(50);
  const [row] = await room.rows<Read>(
    `select coalesce(seq_tup_read, 0)::int as "all", coalesce(idx_tup_fetch, 0)::int as "byIndex" from pg_stat_user_tables where relname = 'message'`,
  );
  return row!;
}

async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = await counted();
  await work();
  const after = await counted();
  return after.all - before.all + after.byIndex - before.byIndex;
}

const messagesIn = (page: string) => page.match(/data-message="/g)?.length;

test('a thread of 10,000 messages reads as many rows as it shows, as does one of ten', async () => {
  const adminPage = (thread: string) => href('thread', { customer: room.customer.slug, thread });
  const pages: string[] = [];
  const open = (path: string, who: typeof room.admin) => async () => void pages.push(await (await room.get(path, who)).text());
  const rows = {
    short: await cost(open(adminPage(short), room.admin)),
    long: await cost(open(adminPage(long), room.admin)),
    ownLong: await cost(open(room.path, room.student)),
  };
  assert.deepEqual(pages.map(messagesIn), [10, 50, 50]);
  assert.ok(rows.short >= 10, `the counting counts: ${rows.short}`);
  assert.ok(rows.long <= 60 && rows.ownLong <= 60, JSON.stringify(rows));
});

test('so does going back in it, at the beginning, in the middle and at the end', async () => {
  for (const before of [51, 5_000, many]) {
    const rows = await cost(async () => {
      const answer = await room.get(`${href('messages', room.own)}?fore=${before}`, room.student);
      assert.equal(messagesIn(((await answer.json()) as { html: string }).html), 50);
    });
    assert.ok(rows >= 50 && rows <= 110, `before ${before}: ${rows}`);
  }
});

test('so does a stream that comes back, though a twentieth of all messages was changed', async () => {
  const rows = await cost(async () => {
    const response = await room.get(`${href('messageStream', room.own)}?efter=${many}&andring=${many / 20}`, room.student);
    const reader = response.body!.getReader();
    await reader.read();
    await pause(100);
    await reader.cancel();
  });
  assert.ok(rows <= 10, String(rows));
});

test('so do sending, editing and taking back', async () => {
  const rows = await cost(async () => {
    const clientId = randomUUID();
    await room.post(room.path, { body: 'En till', client_id: clientId }, room.student);
    const [row] = await room.rows<{ id: string }>('select id from message where correspondence_id = $1 and sequence = $2', [
      long,
      many + 1,
    ]);
    await room.post(href('editMessage', { ...room.own, message: row!.id }), { body: 'En till.' }, room.student);
    await room.post(href('deleteMessage', { ...room.own, message: row!.id }), {}, room.student);
  });
  assert.ok(rows <= 60, String(rows));
});
