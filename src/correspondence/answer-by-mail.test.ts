import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { rawMail } from '../../tests/support/mailbox.ts';
import { startMailServer, textOf, type MailServer } from '../../tests/support/mail-server.ts';
import { addCourse, smallCourse } from '../../tests/support/world.ts';
import { mailTakers } from '../mail-takers.ts';
import { mailTemplates } from '../mail-templates.ts';
import { addDays } from '../platform/clock.ts';
import { acceptMail } from '../platform/mail/inbound/accept-mail.ts';
import { takeMail } from '../platform/mail/inbound/take-mail.ts';
import { sendMail } from '../platform/mail/send-mail.ts';
import { smtpTransport } from '../platform/mail/transport.ts';
import { closeAccount, eraseForever, reopenAccount } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { correspondenceMails } from './index.ts';
import { openRoom, type Room } from './testing.ts';

/** Answering a reminder by mail: only the one it was sent to, only from their own address, only while they belong there. */
let room: Room;
let server: MailServer;
before(async () => {
  room = await openRoom();
  server = await startMailServer();
  await room.get(room.path, room.student);
});
beforeEach(async () => {
  server.received.length = 0;
  room.house.house.mailIn = { address: 'svar@kursiv.example', imapUrl: undefined, secret: 'x'.repeat(32) };
  await room.house.owner.query('delete from mail; delete from throttle; delete from inbound_mail');
  await room.get(room.path, room.student);
  await room.get(href('thread', { customer: room.customer.slug, thread: await room.threadId() }), room.admin);
});
after(async () => {
  await server.close();
  await room.house.close();
});

/** Delivers the reminders that wait, and gives the address to answer. */
async function reminderTo(person: { email: string }): Promise<{ address: string; text: string }> {
  await room.remind();
  const transport = smtpTransport(server.url);
  const post = { transport, templates: mailTemplates, from: 'kursiv@kursiv.example' };
  const waiting = await room.rows<{ id: string }>("select id from mail where state = 'queued'");
  for (const { id } of waiting) await sendMail(room.house.house, post, { mailId: id }, { number: 1, last: false });
  transport.close();
  const mail = server.received.find(({ to }) => to.includes(person.email));
  assert.ok(mail, 'a reminder came');
  return { address: /^Reply-To: <?([^>\r\n]+)>?/m.exec(mail.raw)?.[1] ?? '', text: textOf(mail) };
}

async function answer(from: string, to: string, body: string, id: string = randomUUID()): Promise<void> {
  await acceptMail(room.house.house, Buffer.from(rawMail({ from, to, body, id })));
  for (const mail of await room.rows<{ id: string }>("select id from inbound_mail where state = 'waiting'")) {
    await takeMail(room.house.house, mailTakers, { mailId: mail.id }, { number: 1, last: false });
  }
}

const bodies = async () => (await room.rows<{ body: string }>('select body from message order by sequence')).map(({ body }) => body);
const refusals = async () => (await room.rows("select from mail where template = 'mail-not-taken'")).length;

test('an answer becomes a message of whoever was reminded; the same mail twice is one', async () => {
  await room.send(room.admin, 'Hur går det?');
  const { address, text } = await reminderTo(room.student);
  assert.match(text, /Svara ovanför den här raden.*svara på det här mejlet/s);
  assert.doesNotMatch(text, /Hur går det/, 'nothing is quoted (N-53)');
  const reply = `Det går bra!\n\nDen 23 nov. 2026 skrev Kursiv <kursiv@kursiv.example>:\n${text.replace(/^/gm, '> ')}`;
  await answer(`Eleven <${room.student.email.toUpperCase()}>`, address, reply, 'twice');
  await answer(room.student.email, address, reply, 'twice');
  assert.deepEqual(await bodies(), ['Hur går det?', 'Det går bra!']);
  const toAdmin = await reminderTo(room.admin);
  assert.notEqual(toAdmin.address, address);
  await answer(room.admin.email, toAdmin.address, 'Fint.');
  assert.deepEqual((await bodies()).at(-1), 'Fint.');
  const [last] = await room.rows<{ author_id: string; from_student: boolean }>(
    'select author_id, from_student from message order by sequence desc',
  );
  assert.deepEqual(last, { author_id: room.admin.id, from_student: false });
  const kept = await room.rows<{ line: string }>('select r::text as line from reply_address r');
  for (const { line } of kept) assert.ok(!line.includes(address.split('+')[1]!.split('@')[0]!), 'the address is written nowhere');
});

test('from another address, or to a made-up one, nothing is written and one refusal is sent', async () => {
  await room.send(room.admin, 'Bara till dig');
  const { address } = await reminderTo(room.student);
  const before_ = await bodies();
  for (const from of [room.admin.email, 'bov@annan.example', room.strangers.otherStudent.email])
    await answer(from, address, 'Jag är eleven');
  await answer('bov@annan.example', address, 'Igen');
  assert.deepEqual(await bodies(), before_);
  assert.equal(await refusals(), 3, 'one each');
});

test('a reminder about several threads cannot be answered by mail, nor any where no mail comes in', async () => {
  const other = await openRoom();
  try {
    other.house.house.mailIn = { address: 'svar@kursiv.example', imapUrl: undefined, secret: 'x'.repeat(32) };
    await addCourse(other.house, other.customer.id, { ...smallCourse, slug: 'tredje' });
    await other.get(other.path, other.student);
    await other.get(other.path, other.strangers.otherStudent);
    for (const who of [other.student, other.strangers.otherStudent])
      await other.post(other.path, { body: 'Hej', client_id: randomUUID() }, who);
    const facts = {
      house: other.house.house,
      language: 'sv',
      givenName: '',
      accountId: other.admin.id,
      about: { customer: other.customer.id, course: other.course.courseId },
      operatorName: 'Lärvik Drift AB',
    } as const;
    const made = await correspondenceMails['new-message-to-administrator']!(facts);
    assert.equal(made?.replyTo, undefined);
    assert.doesNotMatch(made!.paragraphs.join(), /svara på det här/);
    await other.house.owner.query(
      'update correspondence set read_by_administrator = last_sequence where enrolment_id in (select id from enrolment where account_id = $1)',
      [other.student.id],
    );
    assert.match((await correspondenceMails['new-message-to-administrator']!(facts))!.replyTo ?? '', /^svar\+k/);
    other.house.house.mailIn = undefined;
    assert.equal((await correspondenceMails['new-message-to-administrator']!(facts))?.replyTo, undefined);
  } finally {
    await other.house.close();
  }
});

test('the address ends with time, with leaving, with closing and with erasure', async () => {
  await room.send(room.admin, 'Första');
  const { address } = await reminderTo(room.student);
  const before_ = await bodies();
  const isRefused = async (why: string) => {
    await answer(room.student.email, address, 'Når detta fram?');
    assert.deepEqual(await bodies(), before_, why);
  };
  const now = room.house.clock.now();
  room.house.clock.moveTo(addDays(now, 31));
  await isRefused('thirty days');
  room.house.clock.moveTo(now);

  await closeAccount(room.house.house, room.student.id);
  await isRefused('closed');
  await reopenAccount(room.house.house, room.student.id);

  await room.house.owner.query('update customer set ended_at = now() where id = $1', [room.customer.id]);
  await isRefused('the customer has left');
  await room.house.owner.query('update customer set ended_at = null where id = $1', [room.customer.id]);

  await answer(room.student.email, address, 'Nu når det fram');
  assert.equal((await bodies()).at(-1), 'Nu når det fram');
  const toAdmin = await reminderTo(room.admin);
  await room.house.owner.query('delete from course_administrator where account_id = $1', [room.admin.id]);
  await room.house.owner.query('delete from membership where account_id = $1', [room.admin.id]);
  const count = (await bodies()).length;
  await answer(room.admin.email, toAdmin.address, 'Är jag kvar?');
  assert.equal((await bodies()).length, count, 'who no longer looks after the course');

  await eraseForever(room.house.house, [room.student.id], 'request');
  assert.deepEqual(await room.rows('select from reply_address'), []);
});
