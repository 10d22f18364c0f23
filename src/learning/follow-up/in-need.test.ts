import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { addDays } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { addPerson, formPost, inHouse } from '../../../tests/support/world.ts';
import { inNeedPerPage } from './in-need.queries.ts';

describe('the list of who needs help', () => {
  let room: Classroom;
  let list: string;
  const enrolments = new Map<string, string>();
  const groups = { blue: randomUUID(), red: randomUUID() };
  const rows = async (text: string, values: unknown[] = []) => (await room.house.owner.query(text, values)).rows;
  const post = async (fields: Record<string, string>, cookie = room.cookie) => room.house.app.request(list, formPost(fields, cookie));
  const namesIn = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>Hjalp (\p{L}+)</gu)].map(([, name]) => name);
  const asked = async (query: string, cookie?: string) => namesIn(await room.textOf(query ? `${list}?${query}` : list, cookie));
  const searched = async (fields: Record<string, string>, cookie?: string) => namesIn(await (await post(fields, cookie)).text());
  const still = (name: string, days: number) =>
    rows(`update enrolment set created_at = $2 where id = $1`, [enrolments.get(name), addDays(room.house.clock.now(), -days)]);
  const due = (name: string, days: number) =>
    inHouse(room.house, (tx) =>
      tx
        .insertInto('own_deadline')
        .values({
          customer_id: room.customer.id,
          enrolment_id: enrolments.get(name)!,
          due_at: addDays(room.house.clock.now(), days),
        })
        .execute(),
    );
  const write = (name: string) =>
    rows(
      `insert into correspondence (customer_id, enrolment_id, course_id, last_sequence, last_from_student, last_sent_at) values ($1, $2, $3, 1, true, now())`,
      [room.customer.id, enrolments.get(name), room.course.courseId],
    );
  const show = (field: string, shown: boolean) =>
    rows(
      `insert into visibility (customer_id, role, relation, field, shown) values ($1, 'teacher', 'own-course', $2, $3)
       on conflict (customer_id, role, relation, field) do update set shown = $3`,
      [room.customer.id, field, shown],
    );

  before(async () => {
    room = await openClassroom();
    list = href('followUp', { customer: room.customer.slug, course: room.course.slug });
  });
  after(() => room.house.close());

  test('is empty in words when there is nobody, and then nothing is there to search in', async () => {
    await room.named('Hjalp', 'Inte');
    const html = await room.textOf(list);
    assert.match(html, /Ingen behöver hjälp just nu/);
    assert.doesNotMatch(html, /type="search"/);
  });

  test('those with most reasons come first, or those who have been still longest, or are due first, or by name', async () => {
    for (const name of ['Öberg', 'Ängman', 'Ågren', 'Adler', 'Zorn']) enrolments.set(name, (await room.named('Hjalp', name)).enrolmentId);
    await still('Adler', 20);
    await still('Öberg', 40);
    await due('Öberg', -2);
    await room.tookTest(enrolments.get('Öberg')!, 1, 1);
    await due('Zorn', -9);
    await room.tookTest(enrolments.get('Zorn')!, 1, 1);
    await room.tookTest(enrolments.get('Ågren')!, 1, 1);
    await write('Ängman');
    assert.deepEqual((await asked('')).slice(0, 3), ['Öberg', 'Zorn', 'Adler']);
    assert.deepEqual((await asked('ordning=still')).slice(0, 3), ['Öberg', 'Adler', 'Zorn']);
    assert.deepEqual((await asked('ordning=due')).slice(0, 2), ['Zorn', 'Öberg']);
    assert.deepEqual(await asked('ordning=name'), ['Adler', 'Zorn', 'Ågren', 'Ängman', 'Öberg']);
    assert.deepEqual(await asked('ordning=nonsens'), await asked(''));
  });

  test('the headings ask for an order by an address, and say which one is in force', async () => {
    const usual = await room.textOf(list);
    assert.match(usual, /<th [^>]*><a href="[^"]*uppfoljning\?ordning=name">Namn<\/a>/);
    assert.match(usual, /<th [^>]*aria-sort="descending"[^>]*><span class="ordered">Varför/);
    const byName = await room.textOf(`${list}?ordning=name&skal=failed`);
    assert.match(byName, /<th [^>]*aria-sort="ascending"[^>]*><span class="ordered">Namn/);
    assert.match(byName, /<a href="[^"]*uppfoljning\?skal=failed">Varför<\/a>/);
    assert.equal(byName.match(/aria-sort/g)?.length, 1);
    const found = await (await post({ name: 'hjalp' })).text();
    assert.match(found, /<form id="name-again" method="post"[^>]*><input type="hidden" name="name" value="hjalp"/);
    assert.match(found, /<button class="as-link" form="name-again" name="ordning" value="name">Namn<\/button>/);
  });

  test('it is narrowed by a reason, which stands in the address, and by a name, which does not', async () => {
    assert.deepEqual(await asked('skal=overdue&ordning=name'), ['Zorn', 'Öberg']);
    assert.deepEqual(await asked('skal=still&ordning=name'), ['Adler', 'Öberg']);
    assert.deepEqual(await asked('skal=failed&ordning=name'), ['Zorn', 'Ågren', 'Öberg']);
    assert.deepEqual(await asked('skal=waiting'), ['Ängman']);
    assert.deepEqual(await searched({ name: '  ÅG ' }), ['Ågren']);
    assert.deepEqual(await searched({ name: 'hjalp', skal: 'failed', ordning: 'name' }), ['Zorn', 'Ågren', 'Öberg']);
    const led = await post({ name: ' ', skal: 'failed', ordning: 'due' });
    assert.equal(led.status, 303);
    assert.match(led.headers.get('location')!, /uppfoljning\?skal=failed&ordning=due$/);
    const none = await (await post({ name: 'finns inte' })).text();
    assert.match(none, /Ingen som behöver hjälp stämmer med valen/);
    assert.doesNotMatch(none, /(?:href|action)="[^"]*finns/);
    const long = await post({ name: 'x'.repeat(101), skal: 'failed' });
    assert.equal(long.status, 422);
    assert.match(await long.text(), /högst 100 tecken.*value="x{101}".*<option value="failed" selected/s);
  });

  test('only those who are shown in the list are noted as looked at', async () => {
    await rows('delete from access_log');
    await searched({ name: 'ågren' });
    const seen = await rows('select account_id from access_log_subject');
    assert.deepEqual(seen, await rows('select account_id from enrolment where id = $1', [enrolments.get('Ågren')]));
  });

  test('a teacher narrows it by the groups that are theirs, and by no other', async () => {
    const teacher = await addPerson(room.house, 'Grupplarare');
    const cookie = await room.give(teacher, 'teacher');
    for (const field of ['given_name', 'family_name', 'progress', 'result']) await show(field, true);
    const course = [room.customer.id, room.course.courseId];
    await rows(`insert into course_teacher (customer_id, course_id, account_id) values ($1, $2, $3)`, [...course, teacher.id]);
    for (const [name, id] of Object.entries(groups)) {
      await rows('insert into student_group (customer_id, id, name, keeps_courses, created_at) values ($1, $2, $3, false, now())', [
        course[0],
        id,
        name,
      ]);
      await rows('insert into student_group_course (customer_id, group_id, course_id) values ($1, $2, $3)', [course[0], id, course[1]]);
    }
    const put = (group: string, name: string) =>
      rows(
        `insert into student_group_member (customer_id, group_id, account_id, joined_at)
         select customer_id, $2, account_id, now() from enrolment where id = $1`,
        [enrolments.get(name), group],
      );
    await put(groups.blue, 'Adler');
    await put(groups.red, 'Zorn');
    await rows('insert into group_teacher (customer_id, group_id, account_id) values ($1, $2, $3)', [course[0], groups.blue, teacher.id]);
    const html = await room.textOf(list, cookie);
    assert.match(html, new RegExp(`<option value="${groups.blue}">blue<`));
    assert.doesNotMatch(html, /red</, 'a group of a colleague is no choice');
    assert.deepEqual(await asked(`grupp=${groups.blue}`, cookie), ['Adler']);
    assert.deepEqual(await asked(`grupp=${groups.red}`, cookie), [], 'nor in an address');
    assert.doesNotMatch(await room.textOf(list), /Dina grupper/, 'whoever teaches no group has no such choice');
    const narrowed = await room.textOf(`${list}?grupp=${groups.blue}&ordning=still`, cookie);
    const [, reminder] = /action="([^"]+paminnelse)"/.exec(narrowed)!;
    const sent = await room.house.app.request(reminder!, formPost({ grupp: groups.blue, ordning: 'still' }, cookie));
    assert.match(
      sent.headers.get('location')!,
      new RegExp(`\\?grupp=${groups.blue}&ordning=still&besked=pamind$`),
      'back to the same choice',
    );
  });

  test('what is not shown is neither a filter nor an order nor searched in: it would tell', async () => {
    const cookie = await room.give(await addPerson(room.house, 'Lararen'), 'teacher');
    await rows(
      `insert into course_teacher (customer_id, course_id, account_id) select $1, $2, account_id from membership where role = 'teacher' on conflict do nothing`,
      [room.customer.id, room.course.courseId],
    );
    for (const field of ['given_name', 'family_name', 'result']) await show(field, false);
    const idsIn = async (html: Promise<string>) => (await html).match(/<th scope="row"/g)?.length;
    const html = await room.textOf(list, cookie);
    assert.doesNotMatch(html, /type="search"|value="failed"|value="waiting"|value="name"|ordning=name|Hjalp/);
    assert.match(html, /<option value="overdue">/);
    assert.equal(await idsIn(room.textOf(`${list}?skal=failed`, cookie)), 3, 'all with a reason that is shown');
    assert.equal(await idsIn(post({ name: 'Zorn' }, cookie).then((found) => found.text())), 3);
    for (const field of ['given_name', 'family_name', 'result']) await show(field, true);
    await show('progress', false);
    const withoutProgress = await room.textOf(list, cookie);
    assert.doesNotMatch(withoutProgress, /value="overdue"|value="still"|value="due"/);
    assert.deepEqual(
      (await asked('ordning=due', cookie)).toSorted((one, other) => one!.localeCompare(other!, 'sv')),
      ['Zorn', 'Ågren', 'Öberg'],
      'the failed, in the usual order',
    );
    await show('progress', true);
  });

  test('pages follow each other without loss or repeat in every order, also when someone is helped in between', async () => {
    const many = inNeedPerPage + 9;
    for (let index = 0; index < many; index += 1) {
      const family = `Sidbyte${String.fromCharCode(97 + (index % 7))}`;
      const { enrolmentId } = await room.named('Hjalp', family);
      enrolments.set(`sid${index}`, enrolmentId);
      await still(`sid${index}`, 15 + (index % 4));
      if (index % 3 === 0) await room.tookTest(enrolmentId, 1, 1);
    }
    const reach = async (order: string, between: (page: number, seen: string[]) => Promise<unknown> = async () => {}) => {
      const seen: string[] = [];
      let place: string | undefined;
      for (let page = 0; page === 0 || place; page += 1) {
        const html: string = await (await post({ name: 'sidbyte', ordning: order, ...(place ? { after: place } : {}) })).text();
        seen.push(...[...html.matchAll(/studenter\/([0-9a-f-]{36})/g)].map(([, id]) => id!));
        place = /name="after" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"');
        await between(page, seen);
      }
      return seen;
    };
    for (const order of ['', 'still', 'due', 'name']) {
      const seen = await reach(order);
      assert.equal(seen.length, many, order);
      assert.equal(new Set(seen).size, many, order);
    }
    const seen = await reach('', async (page, shown) => {
      if (page > 0) return;
      await rows(`update enrolment set created_at = now(), completed_at = now() where id = $1`, [shown.at(-1)]);
      await rows('delete from attempt where enrolment_id = $1', [shown.at(-1)]);
    });
    assert.equal(new Set(seen).size, many, 'nobody is passed over');
    assert.equal((await post({ name: '', after: '[1,2]' })).status, 200, 'what we did not write is the beginning');
    const first = await room.textOf(list);
    assert.match(first, /<input type="hidden" name="after" value="\[/);
    assert.doesNotMatch(first, /efter=/, 'how someone is getting on is in no address');
  });
});
