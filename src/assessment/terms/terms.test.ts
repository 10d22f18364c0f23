import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { smallCourse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openExam, type Exam } from '../testing.ts';
import { localTime, readLocalTime } from './local-time.ts';

// Proof of N-07: when the test is open, how long it takes and how often it may be tried.

describe('the times of the final test', () => {
  let exam: Exam;
  const start = new Date('2026-11-23T09:00:00Z');
  const later = (minutes: number) => exam.house.clock.moveTo(new Date(start.getTime() + minutes * 60_000));
  before(async () => {
    exam = await openExam({
      ...smallCourse,
      finalTest: { ...smallCourse.finalTest, waitHours: 2, answersShown: 'after-pass', maxAttempts: 2 },
    });
  });
  after(() => exam.house.close());
  beforeEach(() => exam.house.clock.moveTo(start));
  const terms = () => href('testTerms', exam.at);
  const begin = async (cookie: string) => (await exam.post(href('startAttempt', exam.at), {}, cookie)).headers.get('location');
  const open = (opensAt: string, closesAt: string) => exam.post(terms(), { opensAt, closesAt }, exam.cookies.admin);
  const give = (student: string, minutes: string, cookie = exam.cookies.admin) =>
    exam.post(href('saveExtraTime', exam.at), { student, minutes }, cookie);
  const deadline = async (enrolmentId: string) =>
    (await exam.rows('select deadline_at from attempt where enrolment_id = $1', [enrolmentId]))[0]!['deadline_at'];
  const fail = (cookie: string, number: number) => exam.post(href('submitAttempt', { ...exam.at, number }), { confirmed: 'yes' }, cookie);

  it('waits as long as the rules say between two attempts, by the clock of the server', async () => {
    const { cookie } = await exam.newStudent();
    await begin(cookie);
    await fail(cookie, 1);
    assert.equal(await begin(cookie), href('finalTest', exam.at));
    assert.match(await exam.text(href('finalTest', exam.at), cookie), /Du kan göra nästa försök från 23 november 2026 kl\.\u00a012\.00\./);
    later(121);
    assert.equal(await begin(cookie), href('attempt', { ...exam.at, number: 2 }));
    await fail(cookie, 2);
    assert.doesNotMatch(await exam.text(href('attemptResult', { ...exam.at, number: 2 }), cookie), /Rätt svar:/);
  });

  it('is not begun before it opens or after it closes, and closes on those who are in it', async () => {
    const [early, late, inIt] = [await exam.newStudent(), await exam.newStudent(), await exam.newStudent()];
    assert.equal((await open('2026-11-23T10:10', '2026-11-23T10:20')).status, 303);
    assert.equal(await begin(early.cookie), href('finalTest', exam.at));
    assert.match(await exam.text(href('finalTest', exam.at), early.cookie), /Provet öppnar 23 november 2026 kl\.\u00a010\.10\./);
    later(11);
    assert.equal(await begin(inIt.cookie), href('attempt', { ...exam.at, number: 1 }));
    assert.deepEqual(await deadline(inIt.enrolmentId), new Date(start.getTime() + 20 * 60_000), 'before the 30 minutes are out');
    later(21);
    assert.equal(await begin(late.cookie), href('finalTest', exam.at));
    assert.match(await exam.text(href('finalTest', exam.at), late.cookie), /Provet stängde/);
    assert.equal(
      (await exam.get(href('attempt', { ...exam.at, number: 1 }), inIt.cookie)).headers.get('location'),
      href('attemptResult', { ...exam.at, number: 1 }),
    );
    await open('', '');
  });

  it('is longer for whoever has been given more time; only the minutes are kept', async () => {
    const student = await exam.newStudent();
    assert.equal((await give(student.enrolmentId, '15')).status, 303);
    assert.equal((await give(student.enrolmentId, '20')).status, 303);
    assert.match(await exam.text(href('finalTest', exam.at), student.cookie), /Du har fått 20\u00a0min extra/);
    await begin(student.cookie);
    const minutes = (Number(await deadline(student.enrolmentId)) - start.getTime()) / 60_000;
    assert.equal(Math.floor(minutes), 50);
    const [row] = await exam.rows('select * from extra_time where enrolment_id = $1', [student.enrolmentId]);
    assert.deepEqual(Object.keys(row!).toSorted(), ['created_at', 'customer_id', 'enrolment_id', 'minutes']);
    await give(student.enrolmentId, '0');
    assert.equal((await exam.rows('select from extra_time where enrolment_id = $1', [student.enrolmentId])).length, 0);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const wrong = await open('i morgon', '2026-11-23T10:20');
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /Skriv dag och tid, till exempel/);
    assert.match(await (await open('2026-11-24T10:00', '2026-11-23T10:00')).text(), /Provet måste stänga efter att det har öppnat\./);
    const student = await exam.newStudent();
    const minutes = await give(student.enrolmentId, 'många');
    assert.equal(minutes.status, 422);
    assert.match(await minutes.text(), /value="många"/);
  });

  it('is looked after by the administrators of the course only, and each look is recorded', async () => {
    const student = await exam.newStudent();
    for (const cookie of [student.cookie]) {
      assert.equal((await exam.get(terms(), cookie)).status, 404);
      assert.equal((await give(student.enrolmentId, '30', cookie)).status, 404);
    }
    assert.equal((await give(exam.customer.id, '30')).status, 404);
    assert.equal((await exam.get(terms(), exam.cookies.admin)).status, 200);
    const looks = await exam.rows(
      'select l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1',
      [student.person.id],
    );
    assert.deepEqual(
      looks.map((row) => row['fields']),
      [['account.given_name', 'account.family_name', 'extra_time.minutes']],
    );
  });

  it('reads the time it shows, summer and winter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (minute) => {
        const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        const shown = localTime(at);
        assert.equal(localTime(readLocalTime(shown)!), shown);
      }),
    );
    assert.deepEqual(readLocalTime('2026-07-01T12:00'), new Date('2026-07-01T10:00:00Z'));
    assert.deepEqual(readLocalTime('2026-12-01 12.00'), new Date('2026-12-01T11:00:00Z'));
    assert.equal(readLocalTime('2026-13-45T12:00'), undefined);
  });
});
