import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pauseClock, resumeClock, startClock, stopClock, targets } from './case-clock.ts';
import { addWorkingMinutes, isWorkingDay, workingDay, workingMinutes } from './working-time.ts';

/** The desk's hours: 8 to 17 on Swedish working days, whatever the season's time. */
const local = (text: string) => new Date(Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Stockholm').epochMilliseconds);
const added = (from: string, minutes: number) =>
  Temporal.Instant.fromEpochMilliseconds(addWorkingMinutes(local(from), minutes).getTime())
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDateTime()
    .toString()
    .slice(0, 16);

test('hours are counted within the day, over the night and over the weekend', () => {
  assert.equal(added('2026-11-23T09:00', 60), '2026-11-23T10:00');
  assert.equal(added('2026-11-23T16:30', 60), '2026-11-24T08:30');
  assert.equal(added('2026-11-27T16:00', 120), '2026-11-30T09:00');
  assert.equal(added('2026-11-28T12:00', 30), '2026-11-30T08:30');
  assert.equal(added('2026-11-23T05:00', workingDay), '2026-11-23T17:00');
});

test('public holidays and the three eves are days off', () => {
  const off = ['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-19', '2026-12-24', '2026-12-25',
    '2026-12-31', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2028-06-06', '2038-04-23', '2038-04-26']; // prettier-ignore
  for (const day of off) assert.ok(!isWorkingDay(Temporal.PlainDate.from(day)), day);
  for (const day of ['2026-04-02', '2026-04-07', '2026-06-18', '2026-12-23', '2027-01-04']) {
    assert.ok(isWorkingDay(Temporal.PlainDate.from(day)), day);
  }
  assert.equal(added('2026-12-23T16:00', 120), '2026-12-28T09:00');
});

test('a day has as many hours when the clocks change', () => {
  assert.equal(workingMinutes(local('2026-03-27T08:00'), local('2026-03-30T17:00')), 2 * workingDay);
  assert.equal(workingMinutes(local('2026-10-23T12:00'), local('2026-10-26T12:00')), workingDay);
});

test('adding and counting are each other’s answer', () => {
  const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 6000 }), (from, minutes) => {
      const to = addWorkingMinutes(from, minutes);
      assert.equal(workingMinutes(from, to), minutes);
      assert.equal(workingMinutes(to, from), -minutes);
    }),
    { numRuns: 200 },
  );
});

test('the clock of a case stands still while we wait for the person', () => {
  const begun = startClock('question', local('2026-11-23T09:00'));
  assert.deepEqual(begun.target_at, local('2026-11-24T09:00'));
  const answered = pauseClock(begun, local('2026-11-23T12:00'));
  assert.deepEqual([answered.target_at, answered.solve_minutes_left], [null, targets.solution - 180]);
  const resumed = resumeClock(answered, local('2026-12-07T08:00'));
  assert.deepEqual(resumed.target_at, local('2026-12-11T14:00'));
  assert.equal(resumeClock(resumed, local('2026-12-08T08:00')), resumed, 'writing twice changes nothing');
  const late = pauseClock(resumed, local('2026-12-11T15:00'));
  assert.equal(late.solve_minutes_left, -60);
  assert.deepEqual(resumeClock(late, local('2026-12-14T10:00')).target_at, local('2026-12-14T10:00'));
  assert.deepEqual(resumeClock(stopClock(late), local('2026-12-14T08:00')).target_at, local('2026-12-18T17:00'));
});

test('the officer’s desk has no such clock', () => {
  const begun = startClock('dpo', local('2026-11-23T09:00'));
  assert.equal(begun.target_at, null);
  const answered = pauseClock(begun, local('2026-11-23T12:00'));
  assert.equal(resumeClock(answered, local('2026-11-24T12:00')).target_at, null);
});
