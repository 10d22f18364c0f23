import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gather } from './gather.ts';

test('what is asked within a moment is asked at once, and each gets its own answer', async () => {
  const asked: number[][] = [];
  const double = gather(
    async (questions: readonly number[]) => {
      asked.push([...questions]);
      return questions.map((question) => question * 2);
    },
    { waitMs: 5, most: 3 },
  );
  assert.deepEqual(await Promise.all([1, 2].map(double)), [2, 4]);
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map(double)), [2, 4, 6, 8]);
  assert.deepEqual(asked, [[1, 2], [1, 2, 3], [4]], 'never more than a full load');
  await wait(20);
  assert.equal(asked.length, 3, 'and nothing when nobody asks');
});

test('one who asks alone does not wait; what comes while enough is under way is asked together afterwards', async () => {
  const asked: number[][] = [];
  const answer: (() => void)[] = [];
  const ask = gather(
    async (questions: readonly number[]) => {
      asked.push([...questions]);
      await new Promise<void>((resolve) => answer.push(resolve));
      return questions;
    },
    { waitMs: 0, most: 3, atOnce: 2 },
  );
  const all = [1, 2, 3, 4, 5, 6].map(ask);
  assert.deepEqual(asked, [[1], [2]]);
  answer[0]!();
  assert.equal(await all[0], 1);
  await wait(5);
  assert.deepEqual(asked, [[1], [2], [3, 4, 5]], 'a full load at most');
  answer[1]!();
  answer[2]!();
  await wait(5);
  assert.deepEqual(asked, [[1], [2], [3, 4, 5], [6]]);
  answer[3]!();
  assert.deepEqual(await Promise.all(all), [1, 2, 3, 4, 5, 6]);
});

test('when the asking fails, all who asked together are told, and the next are asked anew', async () => {
  let fails = true;
  const ask = gather(
    async (questions: readonly string[]) => {
      if (fails) throw new Error('lost');
      return questions;
    },
    { waitMs: 1, most: 10 },
  );
  const told = await Promise.allSettled(['a', 'b'].map(ask));
  assert.deepEqual(
    told.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  fails = false;
  assert.equal(await ask('c'), 'c');
});
