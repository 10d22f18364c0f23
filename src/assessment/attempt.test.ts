import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deadlineOf, isOver, pointsToPass, secondsLeft, standingOf } from './attempt.ts';

const start = new Date('2026-11-23T09:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

test('the deadline is the limit after the start; without a limit there is none', () => {
  const deadlineAt = deadlineOf(start, 30);
  assert.deepEqual(deadlineAt, after(1_800));
  assert.equal(deadlineOf(start, null), null);
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

test('where one stands: passed before all, then under way, then used up', () => {
  const open = { submittedAt: null, passed: null };
  const failed = { submittedAt: start, passed: false };
  assert.equal(standingOf([], 2), 'may-start');
  assert.equal(standingOf([failed], 2), 'may-start');
  assert.equal(standingOf([failed, open], 2), 'open');
  assert.equal(standingOf([failed, failed], 2), 'exhausted');
  assert.equal(standingOf([failed, { submittedAt: start, passed: true }], 2), 'passed');
});
