import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mark } from './mark.ts';
import type { Option, Question, Reply } from './question.ts';
import { readReply, valuesOf } from './read-reply.ts';

const options = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-z]{3}$/), text: fc.string(), correct: fc.boolean(), why: fc.string() }),
  {
    minLength: 1,
    maxLength: 6,
    selector: ({ id }) => id,
  },
);
const base = { id: 'q', prompt: 'Fråga', points: 3 };
const choice = (kind: 'single' | 'multiple', given: Option[]): Question => ({ ...base, kind, body: { options: given } });
const number = (answer: number, tolerance: number): Question => ({
  ...base,
  kind: 'number',
  body: { answer, tolerance, unit: 'timmar', why: 'Så är det.' },
});
const short = (accepted: string[]): Question => ({ ...base, kind: 'short', body: { accepted, why: 'Ordet.' } });

const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  options.map((given) => choice('single', given)),
  options.map((given) => choice('multiple', given)),
  fc.boolean().map((answer): Question => ({ ...base, kind: 'true-false', body: { answer, why: 'Därför.' } })),
  fc.tuple(fc.double({ noNaN: true }), fc.double({ min: 0, noNaN: true })).map(([answer, tolerance]) => number(answer, tolerance)),
  fc.array(fc.string()).map(short),
);
const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({ choice: fc.string() }),
  fc.record({ choices: fc.array(fc.string()) }),
  fc.record({ value: fc.boolean() }),
  fc.record({ number: fc.double() }),
  fc.record({ text: fc.string() }),
  fc.constant({} as Reply), // what is left of an answer in words when its person is erased
);

test('any reply to any question is marked: all points or none', () => {
  fc.assert(
    fc.property(anyQuestion, anyReply, (question, reply) => {
      const { correct, points } = mark(question, reply);
      assert.equal(points, correct ? question.points : 0);
    }),
  );
});

test('several choices: all that are right and only those, in any order', () => {
  fc.assert(
    fc.property(options, fc.infiniteStream(fc.boolean()), (given, coin) => {
      const chosen = given.filter(() => coin.next().value).map(({ id }) => id);
      const wanted = given.filter(({ correct }) => correct).map(({ id }) => id);
      const same = chosen.length === wanted.length && chosen.every((id) => wanted.includes(id));
      assert.equal(mark(choice('multiple', given), { choices: chosen.toReversed() }).correct, same);
      assert.equal(mark(choice('multiple', given), { choices: [...wanted, 'unknown'] }).correct, false);
    }),
  );
});

test('a right option that was left out is not given away', () => {
  const given = [
    { id: 'a', text: 'A', correct: true, why: 'A är rätt.' },
    { id: 'b', text: 'B', correct: true, why: 'B är rätt.' },
  ];
  assert.deepEqual(mark(choice('multiple', given), { choices: ['a'] }), {
    correct: false,
    points: 0,
    reasons: [{ about: 'A', right: true, why: 'A är rätt.' }],
  });
});

test('a number within the tolerance is right, on its very edge too', () => {
  assert.ok(mark(number(2.5, 0.1), { number: 2.6 }).correct);
  assert.ok(mark(number(2.5, 0.1), { number: 2.4 }).correct);
  assert.ok(!mark(number(2.5, 0.1), { number: 2.61 }).correct);
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(100), fc.integer({ min: -200, max: 200 }), (answer, tolerance, away) => {
      assert.equal(mark(number(answer, tolerance), { number: answer + away }).correct, Math.abs(away) <= tolerance);
    }),
  );
});

test('a word is right in any case, with space around it and in either form of å', () => {
  for (const text of ['Återhämtning', ' återhämtning ', 'ÅTERHÄMTNING', 'a\u030aterha\u0308mtning']) {
    assert.ok(mark(short(['återhämtning']), { text }).correct, text);
  }
  assert.ok(!mark(short(['återhämtning']), { text: 'aterhamtning' }).correct);
});

test('a typed number is read with comma or point, with its unit or without', () => {
  for (const typed of ['2,5', '2.5', ' 2,5 ', '2,5 timmar', '2.5 Timmar'])
    assert.deepEqual(readReply(number(2.5, 0), [typed]), { reply: { number: 2.5 } }, typed);
  for (const typed of ['två', '2,5,5', '1e3', '--2', '9'.repeat(50)])
    assert.deepEqual(readReply(number(2.5, 0), [typed]), { problem: 'not-a-number' }, typed);
});

test('nothing typed is blank, and what is no option of the question is a problem', () => {
  fc.assert(fc.property(anyQuestion, (question) => assert.deepEqual(readReply(question, ['', '  ']), { blank: true })));
  const given = [{ id: 'a', text: 'A', correct: true, why: '' }];
  assert.deepEqual(readReply(choice('single', given), ['b']), { problem: 'not-an-option' });
  assert.deepEqual(readReply(choice('multiple', given), ['a', 'b']), { problem: 'not-an-option' });
  assert.deepEqual(readReply({ ...base, kind: 'true-false', body: { answer: true, why: '' } }, ['yes']), { problem: 'not-an-option' });
  assert.deepEqual(readReply(short(['x']), ['x'.repeat(301)]), { problem: 'too-long' });
});

test('what is shown again is read as the same reply, in both languages', () => {
  const replies: [Question, Reply][] = [
    [choice('single', [{ id: 'a', text: 'A', correct: true, why: '' }]), { choice: 'a' }],
    [number(2.5, 0), { number: -1234.25 }],
    [short(['x']), { text: 'ord' }],
    [{ ...base, kind: 'true-false', body: { answer: true, why: '' } }, { value: false }],
  ];
  for (const [question, reply] of replies) {
    for (const locale of ['sv', 'en'] as const) assert.deepEqual(readReply(question, valuesOf(reply, locale)), { reply });
  }
});
