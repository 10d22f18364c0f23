import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deadlineOf, isOver, nextStart, pointsToPass, secondsLeft, showsKey, standingOf, type TestTimes } from './attempt.ts';

const start = new Date('2026-11-23T09:00:00Z');
const times: TestTimes = { timeLimitMinutes: null, waitHours: null, opensAt: null, closesAt: null, extraMinutes: 0 };
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

test('the deadline is the limit after the start; without a limit there is none', () => {
  const deadlineAt = deadlineOf(start, { ...times, timeLimitMinutes: 30 })!;
  assert.deepEqual(deadlineAt, after(1_800));
  assert.equal(deadlineOf(start, times), null);
  assert.equal(isOver({ deadlineAt: null }, after(1e9)), false);
  assert.equal(isOver({ deadlineAt }, after(1_800)), false);
  assert.equal(isOver({ deadlineAt }, after(1_829)), false, 'what was sent in the last second is still let in');
  assert.equal(isOver({ deadlineAt }, after(1_831)), true);
  assert.equal(secondsLeft(deadlineAt, after(1_799.5)), 1);
  assert.equal(secondsLeft(deadlineAt, after(5_000)), 0);
});

test('the pass mark is the fewest points that reach the share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 500 }), (percent, max) => {
      const needed = pointsToPass(percent, max);
      assert.ok(needed * 100 >= percent * max && (needed - 1) * 100 < percent * max);
    }),
  );
});

test('extra time is added to the limit and to the closing; whichever comes first is the deadline', () => {
  const limited = { ...times, timeLimitMinutes: 30, extraMinutes: 15 };
  assert.deepEqual(deadlineOf(start, limited), after(45 * 60));
  assert.deepEqual(deadlineOf(start, { ...limited, closesAt: after(600) }), after(25 * 60));
  assert.deepEqual(deadlineOf(start, { ...times, closesAt: after(600) }), after(600));
});

test('the key is shown as the rule says, and never while a person marks', () => {
  const shown = (['passed', 'exhausted', 'being-marked', 'may-start'] as const).map((standing) => showsKey('after-last', standing));
  assert.deepEqual(shown, [true, true, false, false]);
  assert.deepEqual([showsKey('after-pass', 'passed'), showsKey('after-pass', 'exhausted')], [true, false]);
  assert.equal(showsKey('never', 'passed'), false);
});

test('where one stands: passed before all, then under way, then used up', () => {
  const open = { startedAt: start, submittedAt: null, passed: null };
  const failed = { startedAt: start, submittedAt: start, passed: false };
  const marked = { startedAt: start, submittedAt: start, passed: null };
  const two = { ...times, maxAttempts: 2, renewalFrom: null, pagesFirst: false };
  const now = after(3_600);
  assert.equal(standingOf([], two, now), 'may-start');
  assert.equal(standingOf([failed], two, now), 'may-start');
  assert.equal(standingOf([failed, open], two, now), 'open');
  assert.equal(standingOf([marked], two, now), 'being-marked');
  assert.equal(standingOf([failed, failed], two, now), 'exhausted');
  assert.equal(standingOf([failed, { ...failed, passed: true }], two, now), 'passed');
  assert.equal(standingOf([], { ...two, opensAt: after(3_601) }, now), 'not-yet');
  assert.equal(standingOf([], { ...two, closesAt: after(3_600) }, now), 'closed');
  assert.equal(standingOf([failed], { ...two, waitHours: 2 }, now), 'waiting');
  assert.equal(standingOf([failed], { ...two, waitHours: 1 }, now), 'may-start');
  assert.deepEqual(nextStart([failed], { waitHours: 2 }), after(7_200));
  assert.equal(nextStart([], { waitHours: 2 }), null);
});

test('when the certificate is to be renewed the test begins anew: what was tried before does not count', () => {
  const passed = { startedAt: start, submittedAt: start, passed: true };
  const two = { ...times, maxAttempts: 2, renewalFrom: after(3_600), pagesFirst: false };
  assert.equal(standingOf([passed, passed], two, after(3_599)), 'passed');
  assert.equal(standingOf([passed, passed], two, after(3_600)), 'may-start');
  const again = { ...passed, startedAt: after(3_700), passed: false };
  assert.equal(standingOf([passed, again, again], two, after(3_800)), 'exhausted');
});
