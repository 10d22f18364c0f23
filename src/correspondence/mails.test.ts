import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { addPerson, inHouse, makeStaff } from '../../tests/support/world.ts';
import { sendMail } from '../platform/mail/send-mail.ts';
import { folderTransport } from '../platform/mail/transport.ts';
import { href } from '../routes.ts';
import { remindUnread } from '../notifications/index.ts';
import { correspondenceMails } from './index.ts';
import { openRoom, type Room } from './testing.ts';

let room: Room;
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
});
beforeEach(() => room.house.owner.query('delete from mail; delete from notification'));
after(() => room.house.close());

type Mail = { id: string; account_id: string; template: string; about: Record<string, string>; state: string; problem: string | null };
const mails = async () => {
  await room.remind();
  return room.rows<Mail>('select id, account_id, template, about, state, problem from mail order by created_at, id');
};
const adminReads = async () => room.get(href('thread', { customer: room.customer.slug, thread: await room.threadId() }), room.admin);
const studentReads = () => room.get(room.path, room.student);

async function deliver(mailId: string): Promise<Mail | undefined> {
  const post = { transport: folderTransport(room.house.house.outboxFolder), templates: correspondenceMails, from: 'kursiv@kursiv.example' };
  await sendMail(room.house.house, post, { mailId }, { number: 1, last: false });
  return (await mails()).find(({ id }) => id === mailId);
}

async function textOf(mailId: string): Promise<string> {
  const name = (await readdir(room.house.house.outboxFolder)).find((file) => file.startsWith(mailId));
  const source = await readFile(`${room.house.house.outboxFolder}/${name}`, 'utf8');
  const [head = '', ...body] = source.split('\n\n');
  const text = body.join('\n\n');
  return `${head}\n\n${/base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text.replace(/=\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))}`;
}

test('a student’s message reminds every administrator of the course once, until they have read', async () => {
  const second = await addPerson(room.house, 'Secondadmin');
  await makeStaff(room.house, second, room.customer.id, room.course.courseId);
  for (const body of ['Ett', 'Två', 'Tre']) await room.send(room.student, body);
  assert.deepEqual((await mails()).map(({ account_id }) => account_id).sort(), [room.admin.id, second.id].sort());
  await adminReads();
  await room.send(room.student, 'Fyra');
  assert.equal((await mails()).length, 4);
});

test('the rows hold no thread and no student: only which course it is about', async () => {
  await adminReads();
  await room.send(room.student, 'Vad som helst');
  for (const mail of await mails()) assert.deepEqual(mail.about, { customer: room.customer.id, course: room.course.courseId });
  assert.doesNotMatch(JSON.stringify(await mails()), new RegExp(`${await room.threadId()}|${room.student.id}`));
});

test('the mail names nobody and quotes nothing (N-53)', async () => {
  await adminReads();
  await room.send(room.student, 'Hemligt ordval från GivenStudent');
  const toAdmin = (await mails()).find(({ account_id }) => account_id === room.admin.id)!;
  assert.equal((await deliver(toAdmin.id))?.state, 'sent');
  const text = await textOf(toAdmin.id);
  assert.match(text, /korrespondensen i kursen ”Må bra på jobbet”/);
  assert.ok(text.includes(`http://localhost${href('inbox', { customer: room.customer.slug })}`));
  assert.doesNotMatch(text, /Student\b|Hemligt|GivenAdmin/);
  await room.send(room.admin, 'Ett svar');
  const toStudent = (await mails()).find(({ account_id }) => account_id === room.student.id)!;
  await deliver(toStudent.id);
  assert.ok((await textOf(toStudent.id)).includes(`http://localhost${room.path}`));
  assert.doesNotMatch(await textOf(toStudent.id), /GivenAdmin|FamilyAdmin|Ett svar/);
});

test('the guard is given the names of the other side, and a name that is a word of the course does no harm', async () => {
  await adminReads();
  await inHouse(room.house, (tx) =>
    tx.updateTable('account').set({ given_name: 'Jobbet', family_name: 'Zetterqvist' }).where('id', '=', room.student.id).execute(),
  );
  await room.send(room.student, 'Hej');
  const facts = {
    house: room.house.house,
    language: 'sv',
    givenName: '',
    accountId: room.admin.id,
    about: { customer: room.customer.id, course: room.course.courseId },
    operatorName: 'Lärvik Drift AB',
  } as const;
  const made = await correspondenceMails['new-message-to-administrator']!(facts);
  assert.deepEqual(made?.others, ['Zetterqvist']);
  const english = await correspondenceMails['new-message-to-administrator']!({ ...facts, language: 'en' });
  assert.match(english!.subject, /New message in the course “Må bra på jobbet”/);
  const mail = (await mails()).find(({ account_id }) => account_id === room.admin.id)!;
  assert.equal((await deliver(mail.id))?.state, 'sent');
});

test('whoever reads along live gets no mail: it waits a little, and goes only when there is something unread', async () => {
  await adminReads();
  await room.send(room.student, 'Läses direkt');
  await remindUnread(room.house.house);
  assert.deepEqual(await room.rows('select from mail'), [], 'nothing at once');
  const [mail] = await mails();
  const [job] = await room.rows<{ payload: unknown }>('select payload from graphile_worker._private_jobs where key = $1', [
    `mail ${mail!.id}`,
  ]);
  assert.deepEqual(job, { payload: { mailId: mail!.id } });
  await adminReads();
  assert.equal(await deliver(mail!.id), undefined);
  await room.send(room.admin, 'Läses också direkt');
  await studentReads();
  const toStudent = (await mails()).filter(({ account_id }) => account_id === room.student.id);
  assert.deepEqual(toStudent, [], 'read by the only one it was for, it never becomes a mail');
});

test('who has left the course, or closed the account, gets none', async () => {
  await adminReads();
  await room.send(room.student, 'Till den som slutat');
  const mail = (await mails()).find(({ account_id }) => account_id === room.admin.id)!;
  await room.house.owner.query('delete from course_administrator where account_id = $1', [room.admin.id]);
  assert.equal(await deliver(mail.id), undefined);
  await room.house.owner.query('insert into course_administrator (customer_id, course_id, account_id) values ($1, $2, $3)', [
    room.customer.id,
    room.course.courseId,
    room.admin.id,
  ]);
  await studentReads();
  await room.house.owner.query("update account set closed_at = now(), erase_due_at = now() + interval '6 months' where id = $1", [
    room.student.id,
  ]);
  await room.house.owner.query('delete from mail');
  await room.send(room.admin, 'Till den som avslutat');
  assert.deepEqual(await mails(), []);
});
