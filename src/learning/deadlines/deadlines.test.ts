import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { href } from '../../routes.ts';
import { addPerson, formPost, signedIn } from '../../../tests/support/world.ts';

describe('the last day of a course', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  let student: string;
  let enrolment: string;
  const post = (name: 'saveDeadline' | 'saveOwnDeadline', fields: Record<string, string>, cookie = room.cookie) =>
    Promise.resolve(room.house.app.request(href(name, at), formPost(fields, cookie)));
  const home = () => room.textOf('/hem', student);

  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    const one = await room.named('Dora', 'Dag');
    enrolment = one.enrolmentId;
    student = await signedIn(room.house, one.person);
  });
  after(() => room.house.close());

  test('is set for everyone, for one student, and waived with a reason that only the extract shows', async () => {
    for (let again = 0; again < 2; again++) assert.equal((await post('saveDeadline', { due_on: '2030-03-31' })).status, 303);
    assert.match(await home(), /Ska vara klar 31 mars 2030/);
    assert.equal((await post('saveOwnDeadline', { student: enrolment, own_due_on: '2030-05-02', waiver_reason: '' })).status, 303);
    assert.match(await home(), /Ska vara klar 2 maj 2030/);
    assert.equal((await post('saveOwnDeadline', { student: enrolment, own_due_on: '', waiver_reason: 'Föräldraledig' })).status, 303);
    assert.doesNotMatch(await home(), /Ska vara klar|Föräldraledig/);
    assert.match(await room.textOf(href('deadlines', at)), /value="2030-03-31".*value="Föräldraledig"/s);
    await post('saveOwnDeadline', { student: enrolment, own_due_on: '', waiver_reason: '' });
    assert.match(await home(), /31 mars 2030/);
  });

  test('keeps what was typed and says what to do when it cannot be read', async () => {
    const both = await post('saveDeadline', { due_on: '2030-03-31', days_to_finish: '30' });
    assert.equal(both.status, 422);
    assert.match(await both.text(), /Ange en dag eller ett antal dagar, inte båda.*value="30"/s);
    assert.equal((await post('saveDeadline', { due_on: '2030-02-31' })).status, 422);
    assert.equal((await post('saveDeadline', { days_to_finish: '0' })).status, 422);
    const own = await post('saveOwnDeadline', { student: enrolment, own_due_on: '2030-03-31', waiver_reason: 'Sjuk' });
    assert.equal(own.status, 422);
    assert.match(await own.text(), /Ange en dag eller ett skäl, inte båda.*value="Sjuk"/s);
  });

  test('is nobody else’s to see or set', async () => {
    const stranger = await signedIn(room.house, await addPerson(room.house, 'Framling'));
    const teacher = await room.give(await addPerson(room.house, 'Larare'), 'teacher');
    for (const cookie of [student, stranger, teacher]) {
      assert.equal((await room.get(href('deadlines', at), cookie)).status, 404);
      assert.equal((await post('saveDeadline', { due_on: '2030-01-01' }, cookie)).status, 404);
      assert.equal((await post('saveOwnDeadline', { student: enrolment, own_due_on: '2030-01-01' }, cookie)).status, 404);
    }
    assert.equal((await post('saveOwnDeadline', { student: randomUUID(), own_due_on: '2030-01-01' })).status, 404);
  });
});
