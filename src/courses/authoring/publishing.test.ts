import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addPerson, inHouse, signedIn } from '../../../tests/support/world.ts';
import { makeKeys } from '../../keys/index.ts';
import { joinCourse } from '../../keys/join-course.ts';
import { findKeyById } from '../../keys/keys.queries.ts';
import { addDays } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from './testing.ts';

let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.house.close());

test('the check names each fault with its place, and stops the publishing until it is put right', async () => {
  const { id, at } = await desk.create('Kontroll');
  const path = href('checkDraft', at);
  assert.match(await desk.text(path), /Kursen har inga sidor[\s\S]*Slutprovet har inga frågor/);
  const page = await desk.addPage(at, 'Tom');
  await desk.addQuestion(at, '', { answer: '', why: '' });
  const faulty = await desk.text(path);
  assert.match(faulty, /Sidan är tom[\s\S]*inget rätt svar[\s\S]*inte varför/);
  assert.ok(faulty.includes(href('draftPage', { ...at, page })));
  const stopped = await desk.post(href('publishDraft', at), { version: await desk.draftOf(id) });
  assert.equal(stopped.status, 422);
  assert.deepEqual(await desk.pagesOf(id, true), []);
});

test('a published course opens to those with a key; students in progress stay on theirs, new ones get the newest', async () => {
  const { at, course, student, cookies } = desk;
  await desk.post(href('beginDraft', at), {});
  await desk.post(href('beginDraft', at), {});
  assert.equal(
    (await desk.rows('select from course_version where course_id = $1', [course.courseId])).length,
    2,
    'one draft, however often it is begun',
  );
  const [first] = await desk.pagesOf(course.courseId);
  assert.match(
    await desk.text(href('coursesToRun', { customer: at.customer })),
    /Publicerad \d+ november 2026<\/td>/,
    'opened, but not changed',
  );
  await desk.post(href('saveDraftPage', { ...at, page: first!.id }), {
    title: 'Ny första',
    text: 'NYTT INNEHÅLL',
    minutes: '',
    revision: '1',
  });
  assert.match(await desk.text(href('coursesToRun', { customer: at.customer })), /ändrad sedan dess/);
  const version = await desk.draftOf(course.courseId);
  const answers = await Promise.all([1, 2].map(() => desk.post(href('publishDraft', at), { version })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
    'two presses are one publishing',
  );
  assert.equal(
    (await desk.rows('select from course_version where course_id = $1 and published_at is not null', [course.courseId])).length,
    2,
  );
  assert.match(await desk.text(href('coursePage', { ...at, position: 1 }), cookies.student), /Första sidan/);
  const newcomer = await addPerson(desk.house, 'Newcomer');
  const key = await keyTo(course.courseId);
  assert.ok(await join(key, newcomer.id));
  assert.match(await desk.text(href('coursePage', { ...at, position: 1 }), await signedIn(desk.house, newcomer)), /NYTT INNEHÅLL/);
  assert.equal(
    (await desk.rows('select from enrolment where account_id = $1 and version_id = $2', [student.id, course.versionId])).length,
    1,
  );
});

test('a draft is invisible to students, visitors and keys, in pages and in the database', async () => {
  const { at, course, cookies, customer } = desk;
  const hidden = await desk.create('Ännu osedd');
  await desk.addPage(hidden.at, 'Dold', 'OSYNLIG TEXT');
  await desk.rows('update course set listed_at = now() where id = $1', [hidden.id]);
  await desk.post(href('beginDraft', at), {});
  const [page] = await desk.pagesOf(course.courseId);
  await desk.post(href('saveDraftPage', { ...at, page: page!.id }), {
    title: 'OSYNLIG RUBRIK',
    text: 'OSYNLIG TEXT',
    minutes: '',
    revision: String(page!.revision),
  });
  const open = [
    href('start'),
    href('catalogue'),
    href('course', at),
    href('course', hidden.at),
    href('coursePage', { ...at, position: 1 }),
  ];
  for (const cookie of ['', cookies.student]) {
    for (const path of open) assert.doesNotMatch(await desk.text(path, cookie), /OSYNLIG|Ännu osedd/, path);
  }
  assert.equal((await desk.get(href('course', hidden.at), cookies.student)).status, 404);
  assert.doesNotMatch(await desk.text(href('statistics', at)), /OSYNLIG/);
  await desk.rows('update course set listed_at = null where id = $1', [hidden.id]);
  const seen = (scope: object) =>
    desk.house.house.database.transaction({ purpose: 'deliver-course', customerId: customer.id, ...scope }, async (tx) => {
      const { rows } = await sql<{ line: string }>`
        select p::text as line from course_page p union all select q::text from question q where prompt like 'OSYNLIG%'
        union all select h::text from page_history h union all select v::text from course_version v where published_at is null
        union all select c::text from course c where id = ${hidden.id} union all select r::text from removed_piece r`.execute(tx);
      return rows.filter(({ line }) => /OSYNLIG|Ännu osedd/.test(line)).length;
    });
  assert.equal(await seen({ accountId: desk.student.id }), 0);
  assert.equal(await seen({}), 0);
  assert.ok((await seen({ accountId: desk.author.id, staffOf: customer.id })) > 0, 'so the test above could fail');
  const key = await keyTo(hidden.id);
  const hopeful = await addPerson(desk.house, 'Hopeful');
  assert.equal(await join(key, hopeful.id), false, 'a key to what is not published opens nothing');
  assert.equal((await desk.rows('select from course_key where id = $1 and redeemed_at is null', [key.id])).length, 1, 'and is not used up');
});

test('a published version is not changed by anyone, the owner of the database included', async () => {
  const { versionId, courseId, customerId } = desk.course;
  const draft = await desk.draftOf(courseId);
  const attempts = [
    `update course_page set title = 'x' where version_id = '${versionId}'`,
    `delete from course_page where version_id = '${versionId}'`,
    `update question set prompt = 'x' where version_id = '${versionId}'`,
    `delete from question where version_id = '${versionId}'`,
    `update final_test set pass_percent = 1 where version_id = '${versionId}'`,
    `delete from final_test where version_id = '${versionId}'`,
    `update course_version set published_at = null where id = '${versionId}'`,
    `delete from course_version where id = '${versionId}'`,
    `insert into question (customer_id, version_id, position, kind, prompt, body) values ('${customerId}', '${versionId}', 9, 'short', 'x', '{}')`,
    `update question set version_id = '${versionId}' where version_id = '${draft}'`,
    `update course_page set version_id = '${draft}', position = 99 where version_id = '${versionId}' and position = 1`,
  ];
  for (const attempt of attempts) {
    await assert.rejects(desk.house.owner.query(attempt), /published course version is never changed/, attempt);
    await assert.rejects(
      inHouse(desk.house, (tx) => sql.raw(attempt).execute(tx)),
      /published course version is never changed/,
      attempt,
    );
  }
  await assert.rejects(
    desk.house.owner.query(`update enrolment set version_id = $1 where account_id = $2`, [draft, desk.student.id]),
    /on a published course version/,
  );
});

test('a course is taken out of the catalogue and shown again; one without anything published is not shown', async () => {
  const { at } = desk;
  assert.match(await desk.text(href('catalogue'), ''), /Liten kurs/);
  await desk.post(href('listCourse', at), { listed: 'no' });
  assert.doesNotMatch(await desk.text(href('catalogue'), ''), /Liten kurs/);
  assert.equal(
    (await desk.get(href('coursePage', { ...at, position: 1 }), desk.cookies.student)).status,
    200,
    'its students notice nothing',
  );
  await desk.post(href('listCourse', at), { listed: 'yes' });
  assert.match(await desk.text(href('catalogue'), ''), /Liten kurs/);
  const unwritten = await desk.create('Oskriven');
  await desk.post(href('listCourse', unwritten.at), { listed: 'yes' });
  assert.equal((await desk.rows('select from course where id = $1 and listed_at is not null', [unwritten.id])).length, 0);
});

async function keyTo(courseId: string): Promise<{ id: string }> {
  const { house, customer } = desk;
  const order = { customerId: customer.id, courseId, label: 'prov', count: 1, expiresAt: addDays(house.clock.now(), 30) };
  await inHouse(house, (tx) => makeKeys(tx, house.house, order));
  const [key] = await desk.rows<{ id: string }>(
    'select k.id from course_key k join key_batch b on b.id = k.batch_id where b.course_id = $1 and k.redeemed_at is null',
    [courseId],
  );
  return key!;
}

async function join({ id }: { id: string }, accountId: string): Promise<boolean> {
  const key = await inHouse(desk.house, (tx) => findKeyById(tx, id));
  const outcome = await joinCourse(desk.house.house, { key: key!, accountId, notice: { language: 'sv', text: 'x', form: 'x' } });
  return outcome === 'joined';
}
