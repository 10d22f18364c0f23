import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { addDays } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { addPerson, formPost, inHouse, signedIn } from '../../../tests/support/world.ts';

describe('who needs help', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  let list: string;
  const rows = async (text: string, values: unknown[] = []) => (await room.house.owner.query(text, values)).rows;
  const nudgeAt = (enrolment: string) => href('sendNudge', { ...at, enrolment });
  const send = (enrolment: string, fields: Record<string, string>, cookie = room.cookie) =>
    Promise.resolve(room.house.app.request(nudgeAt(enrolment), formPost(fields, cookie)));
  const rowOf = (html: string, name: string) => /<tr.*?<\/tr>/gs[Symbol.match](html)?.find((row) => row.includes(name)) ?? '';

  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    list = href('followUp', at);
  });
  after(() => room.house.close());
  beforeEach(async () => {
    await rows('delete from message');
    await rows('delete from correspondence');
  });

  test('those who are late, stuck or have failed stand there with the reason, those who get on do not', async () => {
    const late = await room.named('Lars', 'Late');
    const stuck = await room.named('Stina', 'Still');
    const failed = await room.named('Frida', 'Failed');
    const fine = await room.named('Frank', 'Fine');
    await inHouse(room.house, (tx) =>
      tx
        .insertInto('own_deadline')
        .values({ customer_id: room.customer.id, enrolment_id: late.enrolmentId, due_at: addDays(room.house.clock.now(), -1) })
        .execute(),
    );
    await rows(`update enrolment set created_at = created_at - interval '20 days' where id = $1`, [stuck.enrolmentId]);
    await room.tookTest(failed.enrolmentId, 1, 2);
    const html = await room.textOf(list);
    assert.match(rowOf(html, 'Lars'), /Försenad, skulle ha varit klar/);
    assert.match(rowOf(html, 'Stina'), /Ingen ny sida klar på 20 dagar/);
    assert.match(rowOf(html, 'Frida'), /Ett försök på slutprovet utan godkänt/);
    assert.equal(rowOf(html, 'Frank'), '');
    await room.finish(late.enrolmentId);
    assert.equal(rowOf(await room.textOf(list), 'Lars'), '', 'who is done is not late');
    const looks = await rows(`select s.account_id from access_log_subject s where s.account_id = $1`, [stuck.person.id]);
    assert.equal(looks.length, 2);
    assert.ok(fine);
  });

  test('a message is written once, however often it is sent, and at most once a day', async () => {
    const { person, enrolmentId } = await room.named('Nils', 'Nudge');
    const form = await room.textOf(href('nudge', { ...at, enrolment: enrolmentId }));
    assert.match(form, /Hej Nils!\n\nHur går det med kursen ”Liten kurs”\?/);
    const client_id = randomUUID();
    assert.equal((await send(enrolmentId, { body: ' ', client_id })).status, 422);
    for (let again = 0; again < 2; again++) assert.equal((await send(enrolmentId, { body: 'Hur går det?', client_id })).status, 303);
    const second = await send(enrolmentId, { body: 'Hallå?', client_id: randomUUID() });
    assert.equal(second.status, 422);
    assert.match(await second.text(), /senaste dygnet.*Hallå\?<\/textarea>/s);
    const sent = await rows('select body, author_id, from_student from message');
    assert.deepEqual(sent, [{ body: 'Hur går det?', author_id: room.admin.id, from_student: false }]);
    assert.match(await room.textOf(href('correspondence', at), await signedIn(room.house, person)), /Hur går det\?/);
  });

  test('page by page each cell says in words whether it is done', async () => {
    const { enrolmentId } = await room.named('Petra', 'Page');
    await room.didPage(enrolmentId, (await room.pagesOf(room.course))[0]!);
    const html = await room.textOf(href('followUpPages', at));
    assert.match(rowOf(html, 'Petra'), /heat done">Klar<.*heat">Inte än</s);
  });

  test('a file holds what the list shows, and a name is never a formula', async () => {
    await room.named('=1+1', 'Formel');
    const csv = await room.textOf(href('followUpCsv', at));
    assert.match(csv, /Förnamn;Efternamn;Mejladress;Klara sidor;/);
    assert.match(csv, /'=1\+1;Formel;/);
    const sheet = await room.get(href('followUpXlsx', at));
    assert.equal(sheet.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    assert.equal(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK',
    );
    await room.house.owner.query(
      `update visibility set shown = false where customer_id = $1 and role = 'course_admin' and relation = 'own-course' and field = 'email'`,
      [room.customer.id],
    );
    assert.doesNotMatch(await room.textOf(href('followUpCsv', at)), /Mejladress|@person/);
  });

  test('a teacher who is shown only progress sees no other reason, writes to nobody and gets no names', async () => {
    const failed = await room.named('Tora', 'Tested');
    await room.tookTest(failed.enrolmentId, 1, 1);
    const teacher = await addPerson(room.house, 'Teacher');
    const cookie = await room.give(teacher, 'teacher');
    assert.equal((await room.get(list, cookie)).status, 404, 'a customer that shows teachers nothing');
    await room.house.owner.query(
      `insert into visibility (customer_id, role, relation, field, shown) values ($1, 'teacher', 'other-course', 'progress', true)
         on conflict (customer_id, role, relation, field) do update set shown = true`,
      [room.customer.id],
    );
    const html = await room.textOf(list, cookie);
    assert.doesNotMatch(html, /Tora|utan godkänt|Skriv till studenten/);
    assert.equal((await room.get(href('nudge', { ...at, enrolment: failed.enrolmentId }), cookie)).status, 404);
    assert.equal((await send(failed.enrolmentId, { body: 'Hej' }, cookie)).status, 404);
    assert.equal((await rows('select from message')).length, 0);
  });

  test('for students, strangers and other customers there is no such page', async () => {
    const { person, enrolmentId } = await room.named('Sara', 'Student');
    const own = await signedIn(room.house, person);
    const stranger = await signedIn(room.house, await addPerson(room.house, 'Framling'));
    for (const cookie of [own, stranger]) {
      for (const name of ['followUp', 'followUpPages', 'followUpCsv', 'followUpXlsx'] as const)
        assert.equal((await room.get(href(name, at), cookie)).status, 404, name);
      assert.equal((await send(enrolmentId, { body: 'Hej' }, cookie)).status, 404);
    }
    assert.equal((await send(randomUUID(), { body: 'Hej' })).status, 404);
  });
});
