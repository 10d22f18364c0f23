import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { addCustomer, addPerson, enrol, formPost, inHouse, signedIn, type Person } from '../../../tests/support/world.ts';
import { issueCertificate } from '../../certificates/index.ts';
import { insertEnrolment } from '../../keys/index.ts';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { addDays } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { openApiDocument } from '../index.ts';
import { eventNames } from './events.ts';
import { isPublic } from './public-address.ts';
import { sendWebhook } from './send-webhook.ts';

// Proof of E-01: a customer's own program is told with ids, and only what its administrators may see.

type Taken = { headers: IncomingHttpHeaders; body: string };

describe('webhooks', () => {
  let room: Classroom;
  let boss: Person;
  let cookie: string;
  let receiver: Server;
  let address: string;
  let answer: number | 'nothing' | 'elsewhere' = 204;
  let taken: Taken[] = [];
  let webhook: string;
  let secret: string;

  const all = () => href('webhooks', { customer: room.customer.slug });
  const one = () => href('webhook', { customer: room.customer.slug, webhook });
  const make = async (fields: [string, string][], as = cookie) => {
    const usual: [string, string][] = [
      ['client_id', randomUUID()],
      ['address', address],
    ];
    const chosen = fields.some(([name]) => name === 'events')
      ? []
      : eventNames.slice(0, -1).map((name): [string, string] => ['events', name]);
    const both = [...usual.filter(([name]) => !fields.some(([given]) => given === name)), ...fields, ...chosen];
    const response = await room.house.app.request(all(), { ...formPost({}, as), body: new URLSearchParams(both).toString() });
    return { status: response.status, html: await response.text() };
  };
  const act = (fields: Record<string, string>, as = cookie) => room.house.app.request(one(), formPost(fields, as));
  const secretIn = (html: string) => /whsec_[\w+/=]+/.exec(html)?.[0] ?? '';
  const rows = async (text: string, values: unknown[] = []) => (await room.house.owner.query(text, values)).rows;
  const deliveries = () => rows('select * from webhook_delivery where webhook_id = $1 order by id', [webhook]);

  /** What the queue does: a job for each delivery, as often as it is due. */
  async function workOff(): Promise<void> {
    const jobs = await rows(
      "select payload, run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'send-webhook'",
    );
    await rows(
      "delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'send-webhook')",
    );
    for (const { payload } of jobs) await sendWebhook(room.house.house, payload, 300);
  }

  before(async () => {
    room = await openClassroom();
    boss = await addPerson(room.house, 'Boss');
    cookie = await room.give(boss, 'customer_admin');
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        taken.push({ headers: request.headers, body });
        if (answer === 'nothing') return;
        if (answer === 'elsewhere') response.writeHead(302, { location: `${address}/annat` }).end();
        else response.writeHead(answer).end('inget vi läser');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => receiver.once('listening', listening));
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kursiv`;
    const made = await make([]);
    secret = secretIn(made.html);
    webhook = (await rows('select id from webhook where made_by = $1', [boss.id]))[0].id;
  });
  after(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await room.house.close();
  });
  beforeEach(async () => {
    answer = 204;
    taken = [];
    await rows('delete from webhook_delivery');
    await rows('delete from graphile_worker._private_jobs');
  });

  const signatureOf = ({ headers, body }: Taken, key: string) =>
    `v1,${createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'))
      .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
      .digest('base64')}`;

  it('tells of a course, its completion and its certificate, signed, with ids and nothing of anyone', async () => {
    const { enrolmentId } = await room.named('Åsa', 'Öberg');
    assert.equal((await deliveries()).length, 0, 'what is seeded is no news');
    const asBoss = { purpose: 'deliver-course', accountId: boss.id, customerId: room.customer.id, staffOf: room.customer.id };
    await room.house.house.database.transaction(asBoss, async (tx) => {
      await tx.updateTable('enrolment').set({ completed_at: room.house.clock.now() }).where('id', '=', enrolmentId).execute();
    });
    await room.house.house.database.transaction({ ...asBoss, purpose: 'assess-learning' }, (tx) =>
      issueCertificate(tx, { customerId: room.customer.id, enrolmentId, at: room.house.clock.now() }),
    );
    await workOff();
    const bodies = taken.map(({ body }) => JSON.parse(body));
    assert.deepEqual(bodies.map(({ type }) => String(type)).toSorted(), ['certificate.issued', 'enrolment.completed']);
    const [certificate] = await rows('select id from certificate where enrolment_id = $1', [enrolmentId]);
    assert.deepEqual(bodies.find(({ type }) => type === 'certificate.issued').data, {
      course: room.course.slug,
      enrolment: enrolmentId,
      certificate: certificate.id,
    });
    for (const one of taken) {
      assert.equal(one.headers['webhook-signature'], signatureOf(one, secret));
      assert.equal(Number(one.headers['webhook-timestamp']), Math.floor(room.house.clock.now().getTime() / 1000));
      assert.doesNotMatch(one.body + JSON.stringify(one.headers), /Åsa|Öberg|@/);
    }
    assert.ok((await deliveries()).every(({ delivered_at, status }) => delivered_at && status === 204));
  });

  it('tells that a student waits, and of a course that is given, as those who act do it', async () => {
    const { person } = await room.named('Disa', 'Skriver');
    const path = href('correspondence', { customer: room.customer.slug, course: room.course.slug });
    const words = { body: 'Hur gör man?', client_id: randomUUID() };
    assert.equal((await room.house.app.request(path, formPost(words, await signedIn(room.house, person)))).status, 303);
    await room.house.owner.query("update enrolment set ends_at = '2026-01-01' where account_id = $1", [person.id]);
    await rows('delete from webhook_delivery where event <> $1', ['message.waiting']);
    const scope = { purpose: 'deliver-course', accountId: boss.id, customerId: room.customer.id, staffOf: room.customer.id };
    await room.house.house.database.transaction(scope, (tx) =>
      insertEnrolment(tx, { customerId: room.customer.id, courseId: room.course.courseId }, person.id, null, 'api'),
    );
    await workOff();
    assert.deepEqual(taken.map(({ body }) => String(JSON.parse(body).type)).toSorted(), ['enrolment.created', 'message.waiting']);
    assert.doesNotMatch(taken.map(({ body }) => body).join(''), /Hur gör man/);
  });

  it('tells nothing of what was rolled back, and each thing once', async () => {
    const { enrolmentId } = await room.named('Bo', 'Ek');
    const scope = { purpose: 'deliver-course', accountId: boss.id, customerId: room.customer.id, staffOf: room.customer.id };
    const end = (fails: boolean) =>
      room.house.house.database.transaction(scope, async (tx) => {
        await tx
          .updateTable('enrolment')
          .set({ ends_at: new Date('2026-01-01') })
          .where('id', '=', enrolmentId)
          .execute();
        if (fails) throw new Error('nej');
      });
    await assert.rejects(end(true));
    assert.equal((await deliveries()).length, 0);
    await end(false);
    await end(false);
    assert.deepEqual(
      (await deliveries()).map(({ event }) => event),
      ['enrolment.ended'],
    );
    await workOff();
    await workOff();
    assert.equal(taken.length, 1);
    // A job that is run again after the process died on the way finds it delivered.
    await sendWebhook(room.house.house, { customer: room.customer.id, delivery: (await deliveries())[0].id });
    assert.equal(taken.length, 1);
  });

  it('tries again at longer and longer intervals, gives up, and begins anew when someone presses the button', async () => {
    answer = 500;
    assert.equal((await act({ act: 'test' })).status, 303);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await workOff();
      const [row] = await deliveries();
      waits.push(row.next_at ? (row.next_at.getTime() - row.tried_at.getTime()) / 1000 : 0);
    }
    assert.equal(taken.length, 10);
    assert.ok(
      waits.slice(0, 9).every((wait, index) => index === 0 || wait > waits[index - 1]!),
      String(waits),
    );
    assert.equal(waits.at(-1), 0);
    const [given] = await deliveries();
    assert.ok(given.gave_up_at);
    const page = await room.textOf(`${one()}?lage=stuck`, cookie);
    assert.match(page, /Svarade 500/);
    assert.match(page, /Försök igen/);
    assert.match(await room.textOf(all(), cookie), /Något har inte kommit fram/);
    answer = 200;
    assert.equal((await act({ act: 'again', delivery: given.id })).status, 303);
    await workOff();
    assert.ok((await deliveries())[0].delivered_at);
    assert.equal(new Set(taken.map(({ headers }) => headers['webhook-id'])).size, 1, 'the receiver knows it by its id');
    assert.match(await room.textOf(`${one()}?lage=delivered`, cookie), /Ett prov/);
  });

  it('waits for no answer longer than its time, follows no redirect, and stops at 410', async () => {
    answer = 'nothing';
    await act({ act: 'test' });
    await workOff();
    assert.equal((await deliveries())[0].problem, 'timeout');
    answer = 'elsewhere';
    await workOff();
    assert.equal((await deliveries())[0].status, 302);
    assert.equal(taken.length, 2);
    answer = 410;
    await workOff();
    assert.ok((await deliveries())[0].gave_up_at);
  });

  it('does not tell what the customer hides from its administrators, nor for a maker who is none any more', async () => {
    const { enrolmentId } = await room.named('Cia', 'Dahl');
    const scope = { purpose: 'deliver-course', accountId: boss.id, customerId: room.customer.id, staffOf: room.customer.id };
    const complete = (at: Date | null) =>
      room.house.house.database.transaction(scope, (tx) =>
        tx.updateTable('enrolment').set({ completed_at: at }).where('id', '=', enrolmentId).execute(),
      );
    await rows("update visibility set shown = false where role = 'customer_admin' and field = 'progress'");
    await complete(room.house.clock.now());
    await workOff();
    assert.equal(taken.length, 0);
    assert.equal((await deliveries())[0].problem, 'not-allowed');
    await rows("update visibility set shown = true where role = 'customer_admin' and field = 'progress'");
    await complete(null);
    await rows("delete from membership where account_id = $1 and role = 'customer_admin'", [boss.id]);
    await complete(room.house.clock.now());
    await act({ act: 'again' });
    await workOff();
    assert.equal(taken.length, 0);
    await room.give(boss, 'customer_admin');
  });

  it('shows a secret once, and signs with both for a day when it is changed', async () => {
    const clientId = randomUUID();
    const pair = [await make([['client_id', clientId]]), await make([['client_id', clientId]])];
    assert.deepEqual(
      pair.map(({ html }) => secretIn(html) !== ''),
      [true, false],
    );
    assert.match(pair[1]!.html, /går inte att visa igen/);
    await rows('update webhook set ended_at = now() where client_id = $1', [clientId]);
    assert.equal(secretIn((await room.textOf(one(), cookie)) + (await room.textOf(all(), cookie))), '');
    const stored = await rows('select w::text as line from webhook w');
    assert.ok(stored.every(({ line }) => !line.includes(Buffer.from(secret).toString('hex'))));
    const next = secretIn(await (await act({ act: 'rotate' })).text());
    assert.ok(next && next !== secret);
    await act({ act: 'test' });
    await workOff();
    assert.equal(taken[0]!.headers['webhook-signature'], `${signatureOf(taken[0]!, next)} ${signatureOf(taken[0]!, secret)}`);
    room.house.clock.moveTo(addDays(room.house.clock.now(), 2));
    await act({ act: 'test' }, await signedIn(room.house, boss));
    await workOff();
    assert.equal(taken[1]!.headers['webhook-signature'], signatureOf(taken[1]!, next));
    secret = next;
    cookie = await signedIn(room.house, boss);
  });

  it('reaches nothing inside our own walls', async () => {
    for (const ip of [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      'fe80::1',
      'fc00::1',
      '::ffff:127.0.0.1',
      '2002:7f00:1::',
      'x',
    ])
      assert.equal(isPublic(ip), false, ip);
    for (const ip of ['93.184.215.14', '2a00:1450:400f::1']) assert.equal(isPublic(ip), true, ip);
    const strict = { ...room.house.house, development: false };
    await act({ act: 'test' });
    const [{ id }] = await deliveries();
    await sendWebhook(strict, { customer: room.customer.id, delivery: id });
    assert.equal((await deliveries())[0].problem, 'forbidden-address');
    // A name that leads inside is judged where it leads.
    const port = new URL(address).port;
    await rows('update webhook set address = $1 where id = $2', [`https://localhost:${port}/kursiv`, webhook]);
    await act({ act: 'again' });
    await sendWebhook(strict, { customer: room.customer.id, delivery: id });
    assert.equal((await deliveries())[0].problem, 'forbidden-address');
    await rows('update webhook set address = $1 where id = $2', [address, webhook]);
    assert.equal(taken.length, 0);
  });

  it('says what is wrong with a bad form and keeps what was typed', async () => {
    for (const wrong of ['inte en adress', 'ftp://program.example', 'https://anna:hemligt@program.example/'])
      assert.match((await make([['address', wrong]])).html, /Skriv en hel adress/);
    const { status, html } = await make([
      ['address', 'https://program.example/x'],
      ['events', 'finns.inte'],
    ]);
    assert.equal(status, 422);
    assert.match(html, /Välj minst en händelse/);
    assert.match(html, /value="https:\/\/program\.example\/x"/);
  });

  it("is the administrators' of the customer, and nobody else's", async () => {
    const elsewhere = await addCustomer(room.house, 'annan-kund');
    const stranger = await addPerson(room.house, 'Framling');
    await inHouse(room.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: elsewhere.id, account_id: stranger.id, role: 'customer_admin' }).execute(),
    );
    const student = await addPerson(room.house, 'Student');
    await enrol(room.house, student, room.course);
    for (const as of [await signedIn(room.house, room.admin), await signedIn(room.house, student), await signedIn(room.house, stranger)]) {
      assert.equal((await room.get(all(), as)).status, 404);
      assert.equal((await room.get(one(), as)).status, 404);
      assert.equal((await act({ act: 'rotate' }, as)).status, 404);
      assert.equal((await make([], as)).status, 404);
    }
    const theirs = href('webhook', { customer: 'annan-kund', webhook });
    assert.equal((await room.get(theirs, await signedIn(room.house, stranger))).status, 404);
  });

  it('ends for good: nothing more is sent, and its secret is gone', async () => {
    await act({ act: 'test' });
    assert.equal((await act({ act: 'end' })).status, 303);
    await workOff();
    assert.equal(taken.length, 0);
    assert.equal((await act({ act: 'test' })).status, 404);
    assert.equal((await act({ act: 'rotate' })).status, 404);
    const [row] = await rows('select length(secret) as left, old_secret from webhook where id = $1', [webhook]);
    assert.deepEqual(row, { left: 0, old_secret: null });
  });

  it('is described in the OpenAPI document, event by event', () => {
    const { webhooks } = openApiDocument() as { webhooks: Record<string, unknown> };
    assert.deepEqual(Object.keys(webhooks), eventNames);
  });
});
