import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCourse, addCustomer, addPerson, formPost, makeStaff, signedIn, smallCourse } from '../../tests/support/world.ts';
import { openClassroom, type Classroom } from './testing.ts';

let room: Classroom;
before(async () => void (room = await openClassroom()));
after(() => room.house.close());

test('others are told that there is no such page', async () => {
  const student = await room.named('Bara', 'Student');
  const teacher = await addPerson(room.house, 'Teacher');
  const elsewhere = await addPerson(room.house, 'Elsewhere');
  const other = await addCustomer(room.house, 'annan-kund');
  const otherCourse = await addCourse(room.house, other.id);
  const second = await addCourse(room.house, room.customer.id, { ...smallCourse, slug: 'annan-kurs' });
  const neighbour = await addPerson(room.house, 'Neighbour');
  await makeStaff(room.house, elsewhere, other.id, otherCourse.courseId);
  await makeStaff(room.house, neighbour, room.customer.id, second.courseId);
  await room.give(teacher, 'teacher');
  const before = (await room.house.owner.query('select from access_log')).rowCount;
  for (const person of [student.person, teacher, elsewhere, neighbour]) {
    const cookie = await signedIn(room.house, person);
    for (const path of [room.students, room.statistics])
      assert.equal((await room.get(path, cookie)).status, 404, `${person.givenName} ${path}`);
    assert.equal((await room.house.app.request(room.students, formPost({ name: 'a' }, cookie))).status, 404);
    assert.equal((await room.house.app.request(room.students, formPost({ name: 'x'.repeat(101) }, cookie))).status, 404);
  }
  assert.equal((await room.house.owner.query('select from access_log')).rowCount, before);
  assert.equal((await room.house.app.request(room.students)).status, 303);
});

test('a customer administrator sees every course of the customer', async () => {
  const cookie = await room.give(await addPerson(room.house, 'Boss'), 'customer_admin');
  assert.equal((await room.get(room.students, cookie)).status, 200);
  assert.equal((await room.get(room.statistics, cookie)).status, 200);
});

test('the pages speak English to those who have chosen it', async () => {
  const cookie = `${room.cookie}; language=en`;
  assert.match(await room.textOf(room.students, cookie), /Students, course “Liten kurs”/);
  assert.match(await room.textOf(room.statistics, cookie), /Statistics, course “Liten kurs”/);
});
