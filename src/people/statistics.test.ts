import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addCourse, addPerson, enrol, inHouse, smallCourse, type Person } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { courseStatistics } from './course-statistics.ts';
import { openClassroom, type Classroom } from './testing.ts';

let room: Classroom;
before(async () => void (room = await openClassroom()));
after(() => room.house.close());

test('statistics count people, hide small groups and stay the same when someone is anonymised', async () => {
  const own = await addCourse(room.house, room.customer.id, { ...smallCourse, slug: 'statistik-kurs' });
  const pages = await room.pagesOf(own);
  const enrolments: { person: Person; id: string }[] = [];
  for (let index = 0; index < 7; index += 1) {
    const person = await addPerson(room.house, `Stat${index}`);
    const id = await enrol(room.house, person, own);
    enrolments.push({ person, id });
    await room.didPage(id, pages[0]!);
    if (index < 3) await room.didPage(id, pages[1]!);
    if (index < 5) await room.tookTest(id, 1, index + 4);
    if (index < 5) await room.finish(id);
  }
  const read = () =>
    room.house.house.database.transaction(
      { purpose: 'deliver-course', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id },
      (tx) => courseStatistics(tx, room.customer.id, own.courseId),
    );
  const figures = await read();
  assert.deepEqual(figures, {
    started: 7,
    completed: 5,
    passed: undefined,
    averageShare: 0.6,
    pages: [
      { title: 'Första sidan', done: 7 },
      { title: 'Andra sidan', done: undefined },
    ],
  });
  const pseudonym = randomUUID();
  await inHouse(room.house, async (tx) => {
    await tx.insertInto('account').values({ id: pseudonym, kind: 'pseudonym' }).execute();
    await tx.updateTable('enrolment').set({ account_id: pseudonym, id: randomUUID() }).where('id', '=', enrolments[0]!.id).execute();
    await tx.deleteFrom('membership').where('account_id', '=', enrolments[0]!.person.id).execute();
  });
  assert.deepEqual(await read(), figures);
  const cookie = await room.give(await addPerson(room.house, 'StatBoss'), 'customer_admin');
  const page = await room.textOf(href('statistics', { customer: room.customer.slug, course: own.slug }), cookie);
  assert.match(page, /Grupper med färre än 5 personer visas inte/);
  assert.match(page, /60\u00a0%/);
  assert.match(page, /<td class="numeric">under 5<\/td>/);
  const list = await room.textOf(href('students', { customer: room.customer.slug, course: own.slug }), cookie);
  assert.doesNotMatch(list, /GivenStat0/);
  assert.match(list, /GivenStat1/);
});
