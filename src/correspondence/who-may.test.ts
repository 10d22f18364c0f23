import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addPerson, inHouse, signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { openRoom, type Room } from './testing.ts';

let room: Room;
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  await room.send(room.student, 'En hemlighet');
});
after(() => room.house.close());

async function addresses(): Promise<{ student: [string, string][]; staff: [string, string][] }> {
  const { own, customer } = room;
  const thread = await room.threadId();
  const [message] = await room.rows<{ id: string }>('select id from message');
  const of = { customer: customer.slug, thread };
  return {
    student: [
      ['GET', href('correspondence', own)],
      ['POST', href('sendMessage', own)],
      ['GET', href('messages', own)],
      ['GET', href('messageStream', own)],
      ['POST', href('deleteMessage', { ...own, message: message!.id })],
    ],
    staff: [
      ['GET', href('thread', of)],
      ['POST', href('answerThread', of)],
      ['GET', href('threadMessages', of)],
      ['GET', href('threadStream', of)],
    ],
  };
}

const ask = ([method, path]: [string, string], who: { cookie: string }) =>
  method === 'GET' ? room.get(path, who as never) : room.post(path, { body: 'Intrång', client_id: randomUUID() }, who as never);

test('nobody else reaches the student’s thread by its own address: others have none or their own', async () => {
  const { student } = await addresses();
  const { neighbour, elsewhere, otherStudent } = room.strangers;
  for (const who of [neighbour, elsewhere, room.admin]) {
    for (const address of student) assert.equal((await ask(address, who)).status, 404, `${who.givenName} ${address.join(' ')}`);
  }
  const page = await (await room.get(room.path, otherStudent)).text();
  assert.doesNotMatch(page, /En hemlighet|GivenStudent/);
});

test('only those who look after the course reach it from the other side', async () => {
  const { staff } = await addresses();
  const { neighbour, elsewhere, otherStudent } = room.strangers;
  const teacher = await addPerson(room.house, 'Teacher');
  await inHouse(room.house, (tx) =>
    tx.insertInto('membership').values({ customer_id: room.customer.id, account_id: teacher.id, role: 'teacher' }).execute(),
  );
  const others = [neighbour, elsewhere, otherStudent, room.student, { ...teacher, cookie: await signedIn(room.house, teacher) }];
  for (const who of others) {
    for (const address of staff) assert.equal((await ask(address, who)).status, 404, `${who.givenName} ${address.join(' ')}`);
  }
  assert.deepEqual(await room.rows("select body from message where body = 'Intrång'"), []);
  assert.deepEqual(await room.rows('select from access_log'), []);
});

test('another customer’s address for the same thread leads nowhere', async () => {
  const thread = await room.threadId();
  for (const name of ['thread', 'threadMessages', 'threadStream'] as const) {
    assert.equal((await room.get(href(name, { customer: 'annan-kund', thread }), room.strangers.elsewhere)).status, 404);
  }
  assert.equal((await room.get(href('thread', { customer: room.customer.slug, thread: randomUUID() }), room.admin)).status, 404);
});

test('the inbox holds only the courses one looks after', async () => {
  const path = href('inbox', { customer: room.customer.slug });
  assert.match(await (await room.get(path, room.admin)).text(), /GivenStudent/);
  const neighbours = await (await room.get(path, room.strangers.neighbour)).text();
  assert.doesNotMatch(neighbours, /GivenStudent/);
  assert.match(neighbours, /Ingen har skrivit än/);
  assert.equal((await room.get(path, room.strangers.elsewhere)).status, 404);
  assert.equal((await room.get(path, room.student)).status, 404);
});

test('a customer administrator answers in every course of the customer', async () => {
  const boss = await addPerson(room.house, 'Boss');
  await inHouse(room.house, (tx) =>
    tx.insertInto('membership').values({ customer_id: room.customer.id, account_id: boss.id, role: 'customer_admin' }).execute(),
  );
  const who = { ...boss, cookie: await signedIn(room.house, boss) };
  assert.equal(
    (
      await room.post(
        href('answerThread', { customer: room.customer.slug, thread: await room.threadId() }),
        { body: 'Hej från chefen', client_id: randomUUID() },
        who,
      )
    ).status,
    303,
  );
  const page = await (await room.get(room.path, room.student)).text();
  assert.match(page, /Hej från chefen/);
});

test('without signing in a page leads to the door and data is refused', async () => {
  const { student, staff } = await addresses();
  for (const [method, path] of [...student, ...staff]) {
    const response = await room.house.app.request(path, method === 'GET' ? {} : { method, headers: { 'sec-fetch-site': 'same-origin' } });
    assert.ok([303, 401].includes(response.status), `${method} ${path} ${response.status}`);
  }
});

test('a post from another site is refused', async () => {
  const response = await room.post(room.path, { body: 'Utifrån', client_id: randomUUID() }, room.student, {
    'sec-fetch-site': 'cross-site',
  });
  assert.equal(response.status, 403);
});
