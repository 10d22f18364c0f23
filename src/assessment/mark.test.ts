import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mark, partsOf } from './mark.ts';
import { gapsOf, type Option, type Question, type QuestionOf, type Reply } from './question.ts';
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

const scoring = fc.constantFrom({}, { scoring: 'whole' as const }, { scoring: 'parts' as const });
const points = fc.integer({ min: 1, max: 20 });
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { minLength: 2, maxLength: 6 });
const named = (id: string) => ({ id, text: id.toUpperCase() });
const ordered: fc.Arbitrary<QuestionOf<'order'>> = fc
  .tuple(names, scoring, points)
  .map(([ids, how, worth]) => ({ ...base, points: worth, kind: 'order', body: { items: ids.map(named), why: '', ...how } }));
const matched: fc.Arbitrary<QuestionOf<'match'>> = fc.tuple(names, scoring, points).map(([ids, how, worth]) => ({
  ...base,
  points: worth,
  kind: 'match',
  body: { lefts: ids.map((id) => ({ ...named(id), right: `r${id}` })), rights: ids.map((id) => named(`r${id}`)), why: '', ...how },
}));
const cloze: fc.Arbitrary<QuestionOf<'blanks'>> = fc.tuple(names, scoring, points).map(([ids, how, worth]) => ({
  ...base,
  points: worth,
  kind: 'blanks',
  body: {
    text: ids.flatMap((id, index) => [
      'och ',
      index % 2 === 0
        ? { accepted: [id] }
        : {
            options: [
              { ...named(id), correct: true },
              { ...named(`x${id}`), correct: false },
            ],
          },
    ]),
    why: '',
    ...how,
  },
}));
const regions = [
  { id: 'r1', label: 'A', x: 0, y: 0, width: 10, height: 10, correct: true },
  { id: 'r2', label: 'B', x: 50, y: 0, width: 10, height: 10, correct: false },
];
const spotted: Question = { ...base, kind: 'hotspot', body: { file: 'f', alt: 'En bild', width: 100, height: 50, regions, why: '' } };

/** A reply to a question with parts where each part is as told. */
function replyWith(question: QuestionOf<'blanks' | 'match' | 'order'>, right: readonly boolean[]): Reply {
  const isRight = (index: number) => right[index] ?? false;
  switch (question.kind) {
    case 'blanks':
      return {
        gaps: gapsOf(question).map((gap, index) =>
          'accepted' in gap
            ? isRight(index)
              ? gap.accepted[0]!
              : 'fel'
            : gap.options.find(({ correct }) => correct === isRight(index))!.id,
        ),
      };
    case 'match':
      return { pairs: Object.fromEntries(question.body.lefts.map((left, index) => [left.id, isRight(index) ? left.right : 'none'])) };
    case 'order':
      return { places: Object.fromEntries(question.body.items.flatMap(({ id }, index) => (isRight(index) ? [[id, index + 1]] : []))) };
  }
}

const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  ordered,
  matched,
  cloze,
  fc.constant(spotted),
  fc.constant<Question>({ ...base, kind: 'free', body: { longest: 100, criteria: [], why: '' } }),
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
  fc.record({ gaps: fc.array(fc.string()) }),
  fc.record({ pairs: fc.dictionary(fc.string(), fc.string()) }),
  fc.record({ places: fc.dictionary(fc.string(), fc.integer()) }),
  fc.record({ region: fc.string() }),
  fc.record({ file: fc.string() }),
  fc.constant({} as Reply), // what is left of an answer in words when its person is erased
);

test('any reply to any question is marked: whole points between none and all, all for a right one, and the same each time', () => {
  fc.assert(
    fc.property(anyQuestion, anyReply, (question, reply) => {
      const marked = mark(question, reply);
      assert.ok(Number.isInteger(marked.points) && marked.points >= 0 && marked.points <= question.points);
      assert.equal(marked.correct, marked.points === question.points && marked.correct);
      if (marked.correct) assert.equal(marked.points, question.points);
      assert.deepEqual(mark(structuredClone(question), structuredClone(reply)), marked);
    }),
  );
});

test('right parts give their share, rounded down; all of them everything; and never less for one more', () => {
  fc.assert(
    fc.property(fc.oneof(ordered, matched, cloze), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (question, coins) => {
      const parts = partsOf(question, replyWith(question, []));
      const right = parts.map((_, index) => coins[index]!);
      const reply = replyWith(question, right);
      assert.deepEqual(partsOf(question, reply), right);
      const count = right.filter(Boolean).length;
      const isWhole = question.body.scoring === 'whole';
      const expected = count === right.length ? question.points : isWhole ? 0 : Math.floor((question.points * count) / right.length);
      assert.equal(mark(question, reply).points, expected);
      const better = replyWith(question, right.with(right.indexOf(false), true));
      if (count < right.length) assert.ok(mark(question, better).points >= expected);
    }),
  );
});

test('in which order pairs, places and choices were given makes no difference', () => {
  const turned = (record: Record<string, never>) => Object.fromEntries(Object.entries(record).toReversed());
  fc.assert(
    fc.property(fc.oneof(ordered, matched), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (question, coins) => {
      const reply = replyWith(question, coins) as unknown as Record<string, Record<string, never>>;
      const other = Object.fromEntries(Object.entries(reply).map(([name, record]) => [name, turned(record)])) as unknown as Reply;
      assert.deepEqual(mark(question, other), mark(question, reply as unknown as Reply));
    }),
  );
  fc.assert(
    fc.property(options, fc.array(fc.stringMatching(/^[a-z]{3}$/)), scoring, (given, chosen, how) => {
      const question: Question = { ...base, kind: 'multiple', body: { options: given, ...how } };
      assert.deepEqual(mark(question, { choices: chosen.toReversed() }), mark(question, { choices: chosen }));
    }),
  );
});

test('among several choices a wrong one takes a right one away, where parts give points', () => {
  const given = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, text: id, correct: index < 2, why: '' }));
  const question: Question = { ...base, points: 4, kind: 'multiple', body: { options: given, scoring: 'parts' } };
  const gives = (...choices: string[]) => mark(question, { choices }).points;
  assert.deepEqual(
    [gives('a', 'b'), gives('a'), gives('a', 'c'), gives('a', 'b', 'c'), gives('c', 'd'), gives('a', 'b', 'c', 'd')],
    [4, 2, 0, 2, 0, 0],
  );
});

test('a region is right or not, and what no rule can judge gets nothing from one', () => {
  assert.equal(mark(spotted, { region: 'r1' }).points, 3);
  assert.equal(mark(spotted, { region: 'r2' }).points, 0);
  const free: Question = { ...base, kind: 'free', body: { longest: 100, criteria: [], why: '' } };
  assert.deepEqual(mark(free, { text: 'Allt jag kan' }), { correct: false, points: 0, reasons: [] });
});

test('replies with parts are read as they are shown, and what fits nowhere is a problem', () => {
  fc.assert(
    fc.property(fc.oneof(ordered, matched, cloze), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (question, coins) => {
      const reply = replyWith(question, question.kind === 'match' ? Array(6).fill(true) : coins);
      const values = valuesOf(reply, 'sv');
      assert.deepEqual(readReply(question, values), values.every((value) => value === '') ? { blank: true } : { reply });
    }),
  );
  const order: Question = { ...base, kind: 'order', body: { items: [named('a'), named('b')], why: '' } };
  assert.deepEqual(readReply(order, ['a:1', 'b:1']), { problem: 'same-place' });
  assert.deepEqual(readReply(order, ['a:3']), { problem: 'not-an-option' });
  assert.deepEqual(readReply(order, ['c:1']), { problem: 'not-an-option' });
  assert.deepEqual(readReply(spotted, ['r9']), { problem: 'not-an-option' });
  const free: Question = { ...base, kind: 'free', body: { longest: 5, criteria: [], why: '' } };
  assert.deepEqual(readReply(free, ['sex tecken']), { problem: 'too-much' });
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
