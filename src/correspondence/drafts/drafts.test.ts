import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { sweep } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { clientIdIn, openRoom, type Room, type Someone } from '../testing.ts';

let room: Room;
let thread: { customer: string; thread: string };
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  thread = { customer: room.customer.slug, thread: await room.threadId() };
});
after(() => room.house.close());

const pageOf = async (who: Someone, query = '') =>
  (await room.get((who === room.student ? room.path : href('thread', thread)) + query, who)).text();
const save = (who: Someone, body: string, more: Record<string, string> = {}) =>
  room.post(
    who === room.student ? href('saveDraft', room.own) : href('saveAnswerDraft', thread),
    { body, client_id: randomUUID(), ...more },
    who,
  );
const writtenIn = (page: string) => /<textarea[^>]*id="field-body"[^>]*>([^<]*)</.exec(page)![1];

test('a draft goes on at another device, and is seen by its writer alone', async () => {
  const saved = await save(room.student, 'Jag undrar en s');
  assert.equal(saved.headers.get('location'), `${room.path}#skriv`);
  assert.equal(writtenIn(await pageOf(room.student)), 'Jag undrar en s');
  assert.match(await pageOf(room.student), /Utkastet sparades 23 november 2026/);
  assert.equal(writtenIn(await pageOf(room.admin)), '');
  await save(room.admin, 'Svar på');
  assert.equal(writtenIn(await pageOf(room.student)), 'Jag undrar en s');
  assert.equal(writtenIn(await pageOf(room.admin)), 'Svar på');
});

test('a script is told when it was saved; saving again is the same draft', async () => {
  const answer = await room.post(href('saveDraft', room.own), { body: 'Jag undrar en sak', client_id: randomUUID() }, room.student, {
    accept: 'application/json',
  });
  assert.match(((await answer.json()) as { saved: string }).saved, /^Utkastet sparades kl\.\u00a010\.\d\d\. Bara du ser det\.$/);
  assert.equal((await room.rows('select from message_draft where account_id = $1', [room.student.id])).length, 1);
});

test('strangers save none here', async () => {
  for (const who of Object.values(room.strangers)) {
    assert.equal((await room.post(href('saveAnswerDraft', thread), { body: 'x', client_id: randomUUID() }, who)).status, 404);
  }
});

test('sending ends the draft, also when a late save comes after it', async () => {
  const clientId = clientIdIn(await pageOf(room.student));
  await room.post(room.path, { body: 'Jag undrar en sak.', client_id: clientId }, room.student);
  assert.equal(writtenIn(await pageOf(room.student)), '');
  await save(room.student, 'Jag undrar en sa', { client_id: clientId });
  assert.equal(writtenIn(await pageOf(room.student)), '');
});

test('an emptied draft is none, and too much is cut rather than lost', async () => {
  await save(room.student, 'x'.repeat(10_050));
  assert.equal(writtenIn(await pageOf(room.student))?.length, 10_000);
  await save(room.student, '  ');
  assert.deepEqual(await room.rows('select from message_draft where account_id = $1', [room.student.id]), []);
});

test('the page one was on is carried along, as a link for the student and a title for the administrator', async () => {
  const first = await pageOf(room.student, '?sida=2');
  assert.match(first, /Visa att jag skriver om sidan ”Andra sidan”/);
  const page = /name="page" value="([^"]+)" checked/.exec(first)![1]!;
  await save(room.student, 'Om det här', { page });
  assert.match(await pageOf(room.student), /Visa att jag skriver om sidan ”Andra sidan”/, 'the draft keeps it');
  await room.post(room.path, { body: 'Om det här.', client_id: randomUUID(), page }, room.student);
  assert.match(
    await pageOf(room.student),
    new RegExp(`Om sidan <a href="${href('coursePage', { ...room.own, position: 2 })}">Andra sidan</a>`),
  );
  assert.match(await pageOf(room.admin), /Om sidan 2, Andra sidan/);
  assert.doesNotMatch(await pageOf(room.student), /name="page"/);
  for (const wrong of ['?sida=99', '?sida=x', '?sida=0']) assert.doesNotMatch(await pageOf(room.student, wrong), /name="page"/);
});

test('a page of another course is no page of this conversation', async () => {
  const [other] = await room.rows<{ id: string }>(
    'select p.id from course_page p join course_version v on v.id = p.version_id join course c on c.id = v.course_id where c.id <> $1 limit 1',
    [room.course.courseId],
  );
  await room.post(room.path, { body: 'Om en annan kurs', client_id: randomUUID(), page: other!.id }, room.student);
  assert.deepEqual(await room.rows("select page_id from message where body = 'Om en annan kurs'"), [{ page_id: null }]);
});

test('after ninety days a draft is gone', async () => {
  await save(room.student, 'Glömt');
  room.house.clock.moveTo(addDays(room.house.clock.now(), 89));
  await sweep(room.house.house);
  assert.equal((await room.rows("select from message_draft where body = 'Glömt'")).length, 1);
  room.house.clock.moveTo(addDays(room.house.clock.now(), 2));
  await sweep(room.house.house);
  assert.equal((await room.rows("select from message_draft where body = 'Glömt'")).length, 0);
});
