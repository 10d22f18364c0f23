import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { href } from '../routes.ts';
import { countUnread } from './index.ts';
import { openRoom, type Room } from './testing.ts';

let room: Room;
before(async () => void (room = await openRoom()));
after(() => room.house.close());

const studentPage = async (query = '') => (await room.get(room.path + query, room.student)).text();
const adminPath = async () => href('thread', { customer: room.customer.slug, thread: await room.threadId() });
const adminPage = async () => (await room.get(await adminPath(), room.admin)).text();
const unread = (as: 'student' | 'administrator') => {
  const who = as === 'student' ? room.student : room.admin;
  const scope = {
    purpose: 'correspond',
    accountId: who.id,
    customerId: room.customer.id,
    ...(as === 'student' ? {} : { staffOf: room.customer.id }),
  };
  return room.house.house.database.transaction(scope, (tx) => countUnread(tx, { accountId: who.id, customerId: room.customer.id, as }));
};

test('the page has its title, says who reads, and has something to say while it is empty', async () => {
  const page = await studentPage();
  assert.match(page, /<title>Korrespondens, kurs ”Må bra på jobbet” – Kursiv<\/title>/);
  assert.match(page, /<h1>Korrespondens, kurs ”Må bra på jobbet”<\/h1>/);
  assert.match(page, /kan läsas av kursens administratörer och av kundadministratörerna hos Kunden nordhammar/);
  assert.match(page, /Inga meddelanden än/);
  assert.match(page, /Laddar meddelanden …|name="body"/);
});

test('both sides read the same conversation, and each sees what the other has read (N-08)', async () => {
  const sent = await room.send(room.student, 'Hej! Hur gör jag?');
  assert.equal(sent.status, 303);
  assert.equal(sent.headers.get('location'), `${room.path}#nyast`);
  assert.match(await studentPage(), /Skickat/);
  assert.equal(await unread('administrator'), 1);
  const answerPage = await adminPage();
  assert.match(answerPage, /GivenStudent FamilyStudent/);
  assert.match(answerPage, /Hej! Hur gör jag\?/);
  assert.equal(await unread('administrator'), 0);
  assert.match(await studentPage(), /<p class="message-state">Läst<\/p>/);
  await room.send(room.admin, 'Så här gör du.');
  assert.equal(await unread('student'), 1);
  const page = await studentPage();
  assert.match(page, /GivenAdmin FamilyAdmin/);
  assert.match(page, /Så här gör du\./);
  assert.match(page, /id="nyast"/);
  assert.equal(await unread('student'), 0);
  assert.match(await adminPage(), /<p class="message-state">Läst<\/p>/);
});

test('a title never names the student', async () => {
  assert.match(await adminPage(), /<title>Korrespondens, kurs ”Må bra på jobbet” – Kursiv<\/title>/);
});

test('every look of the administrator is recorded with its fields; the student’s own is not (N-60)', async () => {
  await room.house.owner.query('delete from access_log');
  await studentPage();
  await adminPage();
  await room.get(href('threadMessages', { customer: room.customer.slug, thread: await room.threadId() }), room.admin);
  await room.get(href('inbox', { customer: room.customer.slug }), room.admin);
  const looks = await room.rows<{ fields: string[]; purpose: string; room: string; account_id: string }>(
    'select l.fields, l.purpose, l.room, s.account_id from access_log l join access_log_subject s on s.log_id = l.id order by l.at, l.id',
  );
  const inThread = ['account.given_name', 'account.family_name', 'message.body', 'message.sent_at'];
  const inInbox = ['account.given_name', 'account.family_name', 'enrolment.course_id', 'correspondence.last_sent_at'];
  assert.deepEqual(
    looks.map(({ fields }) => fields),
    [inThread, inThread, inInbox],
  );
  assert.ok(looks.every((look) => look.purpose === 'correspond' && look.room === 'correspondence' && look.account_id === room.student.id));
});

test('a student deletes a message of their own: it is emptied for both, for good, and not twice (N-29)', async () => {
  await room.send(room.student, 'Det här ångrar jag');
  const [row] = await room.rows<{ id: string }>("select id from message where body = 'Det här ångrar jag'");
  const remove = (who = room.student) => room.post(href('deleteMessage', { ...room.own, message: row!.id }), {}, who);
  assert.ok((await studentPage()).includes(href('deleteMessage', { ...room.own, message: row!.id })));
  assert.equal((await remove(room.strangers.otherStudent)).status, 404);
  assert.equal((await remove(room.admin)).status, 404);
  assert.equal((await remove()).status, 303);
  const [first] = await room.rows<{ deleted_at: Date }>('select deleted_at from message where id = $1', [row!.id]);
  room.house.clock.moveTo(new Date(room.house.clock.now().getTime() + 60_000));
  assert.equal((await remove()).status, 303);
  assert.deepEqual(await room.rows('select body, deleted_at from message where id = $1', [row!.id]), [
    { body: '', deleted_at: first?.deleted_at },
  ]);
  for (const page of [await studentPage(), await adminPage()]) {
    assert.match(page, /Meddelandet är borttaget/);
    assert.doesNotMatch(page, /Det här ångrar jag/);
  }
  const [thread] = await room.rows('select last_from_student from correspondence where id = $1', [await room.threadId()]);
  assert.deepEqual(thread, { last_from_student: false });
});

test('an administrator’s message is for nobody else to delete, and stands once five minutes have passed', async () => {
  await room.send(room.admin, 'Det här blev fel');
  const [wrong] = await room.rows<{ id: string }>("select id from message where body = 'Det här blev fel'");
  const retract = async (message: string, who = room.admin) =>
    room.post(href('retractAnswer', { customer: room.customer.slug, thread: await room.threadId(), message }), {}, who);
  assert.equal((await retract(wrong!.id, room.strangers.neighbour)).status, 404);
  assert.equal((await retract(wrong!.id)).status, 303);
  assert.match(await studentPage(), /Meddelandet är borttaget/);
  assert.doesNotMatch(await studentPage(), /Det här blev fel/);
  const [row] = await room.rows<{ id: string }>('select id from message where not from_student and deleted_at is null');
  room.house.clock.moveTo(new Date(room.house.clock.now().getTime() + 6 * 60_000));
  const late = await retract(row!.id);
  assert.equal(late.status, 422);
  assert.match(await late.text(), /Det har gått mer än fem minuter, så svaret går inte att ta tillbaka längre/);
  for (const who of [room.student, room.admin]) {
    assert.equal((await room.post(href('deleteMessage', { ...room.own, message: row!.id }), {}, who)).status, 404);
  }
  assert.equal((await room.post(href('deleteMessage', { ...room.own, message: randomUUID() }), {}, room.student)).status, 404);
});

test('a personal identity number is accepted, and warned about until it is no longer the newest', async () => {
  await room.send(room.student, 'Mitt nummer är 121212-1212');
  assert.match(await studentPage(), /Ditt senaste meddelande ser ut att innehålla ett personnummer/);
  await room.send(room.student, 'Tack');
  assert.doesNotMatch(await studentPage(), /Ditt senaste meddelande/);
});

test('the page starts with the newest 50; what came before is a link away, and each message is there once', async () => {
  for (let index = 1; index <= 120; index += 1) await room.send(index % 3 ? room.student : room.admin, `Nummer ${index}.`);
  const [{ last_sequence: last } = { last_sequence: 0 }] = await room.rows<{ last_sequence: number }>(
    'select last_sequence from correspondence',
  );
  const seen: number[] = [];
  let query = '';
  for (;;) {
    const page = await studentPage(query);
    const numbers = [...page.matchAll(/data-message="(\d+)"/g)].map(([, number]) => Number(number));
    assert.ok(numbers.length <= 50);
    seen.unshift(...numbers);
    const earlier = /href="[^"]*(\?fore=\d+)"/.exec(page)?.[1];
    if (query) assert.match(page, /Till de senaste meddelandena/);
    if (!earlier) break;
    query = earlier;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: last }, (_, index) => index + 1),
  );
});

test('older messages come as parts of the page, and say whether the day goes on', async () => {
  const url = (fore: string) => `${href('messages', room.own)}?fore=${fore}`;
  const part = (await (await room.get(url('60'), room.student)).json()) as { html: string; first: number; newDay: boolean };
  assert.equal(part.first, 10);
  assert.equal(part.html.match(/<li/g)?.length, 50);
  assert.equal(part.newDay, false);
  assert.match(part.html, /data-message="59"/);
  assert.doesNotMatch(part.html, /data-message="60"/);
  await room.house.owner.query("update message set sent_at = sent_at - interval '2 days' where sequence < 60");
  assert.equal(((await (await room.get(url('60'), room.student)).json()) as { newDay: boolean }).newDay, true);
  assert.deepEqual(await (await room.get(url('1'), room.student)).json(), { html: '', first: 1, newDay: true });
  for (const wrong of ['-1', 'x', '1e9', '99999999999999999999', ''])
    assert.equal((await room.get(url(wrong), room.student)).status, 400, wrong);
  assert.equal((await room.get(`${room.path}?fore=x`, room.student)).status, 200);
  assert.equal((await room.get(url('999999999'), room.student)).status, 200);
});

test('a student who is anonymised leaves a conversation that reads, and no form', async () => {
  const pseudonym = randomUUID();
  const path = await adminPath();
  await room.house.owner.query("insert into account (id, kind) values ($1, 'pseudonym')", [pseudonym]);
  await room.house.owner.query('update message set author_id = $1 where author_id = $2', [pseudonym, room.student.id]);
  await room.house.owner.query('update enrolment set account_id = $1 where account_id = $2', [pseudonym, room.student.id]);
  const page = await (await room.get(path, room.admin)).text();
  assert.match(page, /Studenten har avslutat sitt konto och läser inte längre/);
  assert.match(page, /Nummer 120\./);
  assert.doesNotMatch(page, /name="body"|GivenStudent/);
  assert.equal((await room.post(path, { body: 'Hallå?', client_id: randomUUID() }, room.admin)).status, 404);
  const inbox = await (await room.get(href('inbox', { customer: room.customer.slug }), room.admin)).text();
  assert.match(inbox, /En tidigare student<\/a>.*Avslutad/);
});
