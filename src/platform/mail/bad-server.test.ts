import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { messageIdOf, startMailServer, type MailServer } from '../../../tests/support/mail-server.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, inHouse, setUpOperator, type Person } from '../../../tests/support/world.ts';
import { startWorker, type Worker } from '../jobs.ts';
import { postMail } from './post-mail.ts';
import { sendMail, type MailPost } from './send-mail.ts';
import { smtpTransport } from './transport.ts';

/**
 * N-13: nothing is lost, whatever the mail server does. Nothing is sent twice either, but for the one case that SMTP leaves open: the line is
 * lost after the whole mail and before the answer. Then nobody can know, the mail goes again, and it bears the same Message-ID.
 */
let house: TestHouse;
let server: MailServer;
let person: Person;
let worker: Worker | undefined;
before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  person = await addPerson(house, 'Mottagare');
  server = await startMailServer();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await house.owner.query('delete from mail; delete from graphile_worker._private_jobs');
  server.received.length = 0;
});
after(async () => {
  await server.close();
  await house.close();
});

const jobs = 'graphile_worker._private_jobs';
const count = async (sql: string) => (await house.owner.query(sql)).rowCount;
async function until(isTrue: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; !(await isTrue());) {
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await wait(20);
  }
}
const allSent = () => until(async () => (await count("select from mail where state <> 'sent'")) === 0, 'every mail to be sent');
const post = (mails: number) =>
  inHouse(house, async (tx) => {
    for (let mail = 0; mail < mails; mail += 1)
      await postMail(tx, house.clock, { to: { accountId: person.id }, template: 'hello', language: 'sv' });
  });
async function work(patience = ''): Promise<void> {
  const templates = { hello: () => ({ subject: 'Hej', paragraphs: ['Hej!'] }) };
  const mails: MailPost = { transport: smtpTransport(server.url + patience), templates, from: 'kursiv@larvik.example' };
  worker = await startWorker(
    house.runtimeUrl,
    { 'send-mail': (payload, attempt) => sendMail(house.house, mails, payload, attempt) },
    '',
    house.house.log,
  );
}
/** Each mail has arrived so many times, always under its own id. */
async function arrived(times: number[]): Promise<void> {
  const { rows } = await house.owner.query<{ id: string }>('select id from mail');
  const counts = rows.map(({ id }) => server.received.filter((mail) => messageIdOf(mail) === `<${id}@kursiv>`).length);
  assert.deepEqual(
    counts.toSorted((a, b) => a - b),
    times,
  );
  assert.equal(
    server.received.length,
    times.reduce((sum, more) => sum + more, 0),
  );
}
/** Lets the waiting jobs' time come, and tells how long they would have waited. */
async function passTheTime(): Promise<number> {
  const { rows } = await house.owner.query<{ seconds: number }>(
    `select extract(epoch from max(run_at) - now())::float as seconds from ${jobs} where attempts > 0 and locked_at is null`,
  );
  await house.owner.query(`update ${jobs} set run_at = now() where locked_at is null`);
  return rows[0]?.seconds ?? 0;
}

test('a server that is away for an hour gets every mail once when it is back', async () => {
  await server.down();
  await post(5);
  await work();
  let hours = 0;
  for (let tries = 1; hours < 1; tries += 1) {
    await until(async () => (await count(`select from ${jobs} where attempts = ${tries} and locked_at is null`)) === 5, `try ${tries}`);
    assert.equal(await count("select from mail where state = 'queued' and problem = 'ESOCKET'"), 5, 'the desk can see why it waits');
    hours += (await passTheTime()) / 3600;
  }
  await server.up();
  await passTheTime();
  await allSent();
  await arrived([1, 1, 1, 1, 1]);
});

test('a server that refuses for now gets every mail once', async () => {
  server.refuse(6);
  await post(4);
  await work();
  await until(async () => (await passTheTime(), (await count("select from mail where state = 'sent'")) === 4), 'every mail');
  await arrived([1, 1, 1, 1]);
});

test('a line lost in the middle of a mail leaves nothing, and the mail comes once', async () => {
  server.next({ kind: 'drop-midway' }, 3);
  await post(2);
  await work();
  await until(async () => (await passTheTime(), (await count("select from mail where state = 'sent'")) === 2), 'every mail');
  await arrived([1, 1]);
});

test('a line lost after the whole mail and before the answer: it comes again under the same id', async () => {
  server.next({ kind: 'drop' });
  await post(2);
  await work();
  await until(async () => (await passTheTime(), (await count("select from mail where state = 'sent'")) === 2), 'every mail');
  await arrived([1, 2]);
});

test('a slow server is waited for, and gets every mail once', async () => {
  server.next({ kind: 'slow', ms: 700 }, 4);
  await post(4);
  await work();
  await allSent();
  await arrived([1, 1, 1, 1]);
});

test('a server that says nothing more holds up nobody: the mail is tried again later', async () => {
  server.next({ kind: 'slow', ms: 2_000 });
  await post(1);
  await work('?socketTimeout=300');
  await until(async () => (await count("select from mail where problem = 'ETIMEDOUT'")) === 1, 'the patience to end');
  await passTheTime();
  await allSent();
  await arrived([2]);
});
