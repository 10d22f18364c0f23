import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { addPerson, makeStaff, signedIn } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { eraseForever, sweep } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openRoom, type Room, type Someone } from '../testing.ts';

// Proof of N-08.

let room: Room;
let at: { customer: string; thread: string };
let colleague: Someone;
before(async () => {
  room = await openRoom();
  await room.send(room.student, 'Hej!').then(() => undefined);
  await room.get(room.path, room.student);
  at = { customer: room.customer.slug, thread: await room.threadId() };
  const person = await addPerson(room.house, 'Kollega');
  await makeStaff(room.house, person, room.customer.id, room.course.courseId);
  colleague = { ...person, cookie: await signedIn(room.house, person) };
});
after(() => room.house.close());

const inbox = async (query = '', who: Someone = room.admin) =>
  (await room.get(href('inbox', { customer: room.customer.slug }) + query, who)).text();
const assign = (id: string, who: Someone = room.admin) => room.post(href('assignThread', at), { colleague: id }, who);
const mark = (done: 'yes' | 'no', who: Someone = room.admin) => room.post(href('closeThread', at), { done }, who);
const later = (minutes: number) => room.house.clock.moveTo(new Date(room.house.clock.now().getTime() + minutes * 60_000));

test('a thread is handed to a colleague who administers the course, and to nobody else', async () => {
  assert.equal((await assign(colleague.id)).status, 303);
  assert.equal((await assign(colleague.id)).status, 303);
  assert.match(await inbox(), /GivenKollega FamilyKollega/);
  assert.match(await inbox('', colleague), /<td[^>]*>Du<\/td>/);
  for (const id of [room.strangers.neighbour.id, room.student.id, randomUUID(), 'x']) assert.equal((await assign(id)).status, 404, id);
  for (const who of [room.strangers.neighbour, room.strangers.elsewhere, room.student])
    assert.equal((await assign(colleague.id, who)).status, 404);
  assert.doesNotMatch(await (await room.get(room.path, room.student)).text(), /Kollega/, 'the student does not see it');
});

test('the inbox shows one course, one state, or what is one’s own', async () => {
  const has = async (query: string, who: Someone = room.admin) => (await inbox(query, who)).includes(href('thread', at));
  assert.equal(await has(`?kurs=${room.course.slug}`), true);
  assert.equal(await has('?kurs=annan-kurs'), false);
  assert.equal(await has('?lage=waiting'), true);
  assert.equal(await has('?lage=answered'), false);
  assert.equal(await has('?ansvar=me'), false);
  assert.equal(await has('?ansvar=me', colleague), true);
  assert.equal(await has('?ansvar=nobody'), false);
  assert.equal(await has('?lage=nonsens&kurs=%27&ansvar=x'), true);
  assert.match(await inbox('?lage=done'), /Ingen korrespondens stämmer med valen/);
  assert.match(await inbox('?lage=waiting'), /<option value="waiting" selected/);
});

test('who no longer administers the course has the thread no more', async () => {
  await room.house.owner.query('delete from course_administrator where account_id = $1', [colleague.id]);
  assert.doesNotMatch(await inbox(), /GivenKollega/);
  assert.ok((await inbox('?ansvar=nobody')).includes(href('thread', at)));
  await room.house.owner.query('insert into course_administrator (customer_id, course_id, account_id) values ($1, $2, $3)', [
    room.customer.id,
    room.course.courseId,
    colleague.id,
  ]);
});

test('what is done waits no longer, and is taken up again when the student writes', async () => {
  for (let times = 0; times < 2; times += 1) assert.equal((await mark('yes')).status, 303);
  assert.match(await inbox(), />Klar</);
  assert.doesNotMatch(await inbox('?lage=waiting'), new RegExp(at.thread));
  for (const who of [room.strangers.neighbour, room.strangers.elsewhere, room.student]) assert.equal((await mark('no', who)).status, 404);
  await room.send(room.student, 'En sak till');
  assert.ok((await inbox('?lage=waiting')).includes(at.thread));
  assert.match(await (await room.get(href('thread', at), room.admin)).text(), /Markera som klar/);
  await mark('yes');
  assert.equal((await mark('no')).status, 303);
  assert.ok((await inbox('?lage=waiting')).includes(at.thread));
});

test('how soon one is answered is told when there are enough answers, and the half of them came that soon', async () => {
  await room.house.owner.query('delete from answer_time');
  const student = async () => (await room.get(room.path, room.student)).text();
  await room.send(room.admin, 'Nu då');
  await room.house.owner.query('delete from answer_time');
  for (const [index, minutes] of [10, 50, 130, 170, 900].entries()) {
    assert.doesNotMatch(await student(), /Du får oftast svar/, `${index} answers say nothing`);
    await room.send(room.student, `Fråga ${minutes}`);
    later(1);
    await room.send(room.student, `Och mer ${minutes}`);
    later(minutes - 1);
    await room.send(room.admin, `Svar ${minutes}`);
    await room.send(room.admin, `Mer svar ${minutes}`);
  }
  assert.deepEqual(
    await room.rows('select minutes from answer_time order by minutes'),
    [10, 50, 130, 170, 900].map((minutes) => ({ minutes })),
  );
  assert.match(await student(), /Du får oftast svar inom 3 timmar\./);
  assert.doesNotMatch(await (await room.get(href('thread', at), room.admin)).text(), /Du får oftast svar/);
  room.house.clock.moveTo(addDays(room.house.clock.now(), 91));
  await sweep(room.house.house);
  assert.deepEqual(await room.rows('select from answer_time'), []);
});

test('the inbox is told live that something happened in one’s own courses, and nothing about what', async () => {
  const cookieOf = async (who: Someone) => signedIn(room.house, who);
  const open = async (who: Someone) => {
    const response = await room.house.app.request(href('inboxStream', { customer: room.customer.slug }), {
      headers: { cookie: await cookieOf(who) },
    });
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    const reader = response.body!.getReader();
    let text = '';
    void (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) text += new TextDecoder().decode(part.value);
    })();
    return { text: () => text, stop: () => reader.cancel() };
  };
  const [mine, neighbours] = [await open(room.admin), await open(room.strangers.neighbour)];
  await pause(100);
  room.student.cookie = await cookieOf(room.student);
  await room.send(room.student, 'Live');
  for (let tries = 0; !mine.text().includes('event: changed'); tries += 1) {
    assert.ok(tries < 300, 'waited in vain');
    await pause(10);
  }
  assert.match(mine.text(), /event: changed\ndata: \{\}\n/);
  assert.ok(!neighbours.text().includes('event:'));
  await mine.stop();
  await neighbours.stop();
  const stranger = await room.house.app.request(href('inboxStream', { customer: room.customer.slug }), {
    headers: { cookie: await cookieOf(room.strangers.elsewhere) },
  });
  assert.equal(stranger.status, 404);
});

test('a colleague who is erased leaves the thread without anyone responsible', async () => {
  room.admin.cookie = await signedIn(room.house, room.admin);
  await assign(colleague.id);
  assert.equal((await room.rows('select from thread_assignment')).length, 1);
  await eraseForever(room.house.house, [colleague.id], 'request');
  assert.deepEqual(await room.rows('select from thread_assignment'), []);
});
