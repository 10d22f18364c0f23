import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { addPerson, enrol, formPost, inHouse, signedIn } from '../../../tests/support/world.ts';
import { guardMail } from '../../platform/mail/guard.ts';
import { href } from '../../routes.ts';
import { openClassroom, type Classroom } from '../testing.ts';
import type { Matrix } from '../visibility.ts';
import { findMatrix } from '../visibility.queries.ts';
import { peopleMails } from './mails.ts';
import { tellStudents } from './tell-students.ts';

/** E-02: those who are students already are told when the customer shows more of them. */
let room: Classroom;
let boss: string;
let student: Awaited<ReturnType<Classroom['named']>>['person'];
let usual: Matrix;
before(async () => {
  room = await openClassroom();
  boss = await room.give(await addPerson(room.house, 'Kundchef'), 'customer_admin');
  student = (await room.named('Stina', 'Student')).person;
  usual = await inHouse(room.house, (tx) => findMatrix(tx, room.customer.id));
});
after(() => room.house.close());
beforeEach(async () => {
  await save(usual);
  await tellAll();
  for (const table of ['notification', 'mail']) await rows(`delete from ${table}`);
});

const rows = async (text: string, values: unknown[] = []) => {
  await room.house.owner.query("begin; set local app.across_customers = 'seed'; set local app.purpose = 'seed'");
  try {
    return (await room.house.owner.query(text, values)).rows;
  } finally {
    await room.house.owner.query('commit');
  }
};
const settings = () => href('whoSeesWhom', { customer: room.customer.slug });
async function save(wanted: Matrix, cookie = boss): Promise<Response> {
  const pairs = Object.entries(wanted).flatMap(([name, shown]) => shown.map((field): [string, string] => [name, field]));
  return room.house.app.request(settings(), { ...formPost({}, cookie), body: new URLSearchParams(pairs).toString() });
}
const open = () => rows('select id from visibility_notice where ended_at is null');
const tell = (noticeId: string) => tellStudents(room.house.house, { customerId: room.customer.id, noticeId });
const tellAll = async () => {
  for (const { id } of await open()) await tell(id);
};
const mails = () => rows("select account_id, about from mail where template = 'visibility-changed' order by account_id");
const textTo = (accountId: string, about: Record<string, string>, language: 'sv' | 'en' = 'sv') =>
  peopleMails['visibility-changed']!({ house: room.house.house, language, givenName: '', accountId, about, operatorName: 'x' });
const more = (): Matrix => ({ ...usual, teacher: [...usual.teacher, 'email'], student: ['given_name'] });

describe('students', () => {
  it('are told of what is shown more, since when and where to read on, once each and without anyone’s name', async () => {
    const answer = await save(more());
    assert.match(answer.headers.get('location')!, /sparat-mer/);
    assert.match(await room.textOf(answer.headers.get('location')!, boss), /Studenterna får veta det med ett mejl/);
    const [{ id }] = await open();
    assert.equal((await rows("select from graphile_worker.jobs where key = 'tell-students ' || $1", [id])).length, 1);
    await Promise.all([tell(id), tell(id)]);
    await tell(id);
    const sent = await mails();
    assert.deepEqual(
      sent.map(({ account_id }) => account_id),
      [student.id],
      'a student, and none of the staff',
    );
    assert.deepEqual(sent[0].about, { customerId: room.customer.id, noticeId: id }, 'ids only');
    assert.equal((await rows("select from notification where event = 'visibility-changed' and account_id = $1", [student.id])).length, 1);
    const text = (await textTo(student.id, sent[0].about))!;
    const whole = text.paragraphs.join('\n');
    assert.match(whole, /Kunden nordhammar har ändrat/);
    assert.match(whole, /Sedan den 2\d november 2026/);
    assert.match(whole, /– Kursens lärare ser din mejladress\.\n– Andra studenter i kursen ser ditt förnamn\./);
    assert.match(whole, /vem-ser-vem/);
    guardMail(whole, [student.email], [room.admin.givenName, room.admin.familyName, 'Kundchef']);
    assert.match((await textTo(student.id, sent[0].about, 'en'))!.paragraphs.join('\n'), /The course’s teachers see/i);
    const page = await room.textOf(settings(), await signedIn(room.house, student));
    assert.match(page, /Det här har börjat visas[^]*Sedan den 2\d november 2026[^]*Kursens lärare ser din mejladress/);
  });

  it('are not told when less is shown, or when it is taken back before the mail goes', async () => {
    assert.match((await save({ ...usual, teacher: [] })).headers.get('location')!, /sparat$/);
    assert.deepEqual(await open(), []);
    await save(usual);
    await tellAll();
    await rows('delete from mail');
    await save(more());
    await save(usual);
    await tellAll();
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await open(), []);
  });

  it('get one mail for what is ticked in several turns', async () => {
    await save({ ...usual, student: ['given_name'] });
    await save(more());
    assert.equal((await open()).length, 1);
    await tellAll();
    const [{ about }, ...others] = await mails();
    assert.deepEqual(others, []);
    assert.match((await textTo(student.id, about))!.paragraphs.join('\n'), /Kursens lärare[^]*Andra studenter/);
  });

  it('who have left, or whose name is hidden, are not told of what does not concern them', async () => {
    await save(more());
    await tellAll();
    const [{ about }] = await mails();
    await rows(
      "insert into protected_identity (customer_id, account_id, designation, by_person_at) values ($1, $2, 'Person ABCD', app.now())",
      [room.customer.id, student.id],
    );
    assert.equal(await textTo(student.id, about), undefined);
    await rows('delete from protected_identity');
    await rows('update enrolment set ends_at = app.now()');
    assert.equal(await textTo(student.id, about), undefined);
    await rows('update enrolment set ends_at = null');
    assert.equal(await textTo((await addPerson(room.house, 'Framling')).id, about), undefined);
  });

  it('are told however many they are, each once', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, (_, index) => addPerson(room.house, `Flera${index}`)));
    for (const person of people) await enrol(room.house, person, room.course);
    await rows(
      `with made as (insert into account (id, kind, email, given_name, family_name, language, created_at)
        select gen_random_uuid(), a.kind, 'massa' || n || '@person.example', 'Massa', 'Person', 'sv', app.now()
        from generate_series(1, 2300) n, account a where a.id = $1 returning id)
      insert into enrolment (customer_id, course_id, version_id, account_id, source, created_at)
        select $2, $3, $4, id, 'key', app.now() from made`,
      [student.id, room.customer.id, room.course.courseId, room.course.versionId],
    );
    await save(more());
    await tellAll();
    const sent = await mails();
    assert.equal(sent.length, 2306);
    assert.equal(new Set(sent.map(({ account_id }) => account_id)).size, 2306);
  });

  it('of another customer hear nothing, and nobody but the customer’s administrator begins it', async () => {
    assert.equal((await save(more(), room.cookie)).status, 404);
    assert.deepEqual(await open(), []);
    await tellStudents(room.house.house, { customerId: crypto.randomUUID(), noticeId: crypto.randomUUID() });
    assert.deepEqual(await mails(), []);
  });
});
