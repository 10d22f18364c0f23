import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextStepOf, progressOf } from './progress.ts';

const pages = fc.array(fc.record({ position: fc.nat(), title: fc.string(), minutes: fc.integer({ min: 1, max: 60 }), done: fc.boolean() }));

test('pages that are done and minutes that are left never count the same page', () => {
  fc.assert(
    fc.property(pages, (given) => {
      const { done, all, minutesLeft } = progressOf(given);
      assert.equal(all, given.length);
      assert.equal(done + given.filter((page) => !page.done).length, all);
      assert.equal(minutesLeft === 0, done === all);
    }),
  );
});

test('first the pages, then the test, then the certificate; a test under way before all else', () => {
  const page = { position: 1, title: '', minutes: 1 };
  const course = { pages: [{ ...page, done: false }], hasTest: true, testOpen: false, completed: false };
  assert.equal(nextStepOf(course), 'page');
  assert.equal(nextStepOf({ ...course, testOpen: true }), 'test');
  assert.equal(nextStepOf({ ...course, pages: [{ ...page, done: true }] }), 'test');
  assert.equal(nextStepOf({ ...course, pages: [{ ...page, done: true }], hasTest: false }), 'page');
  assert.equal(nextStepOf({ ...course, completed: true }), 'certificate');
});
