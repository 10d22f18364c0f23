import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawQuestions, itemsShown, shuffled } from './arrange.ts';

const pool = fc.record({ id: fc.constantFrom('p1', 'p2'), draw: fc.integer({ min: 1, max: 6 }) });
const pools = fc.uniqueArray(pool, { selector: ({ id }) => id, maxLength: 2 });
const bank = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^q[0-9a-f]{4}$/), poolId: fc.constantFrom(null, 'p1', 'p2') }), {
  selector: ({ id }) => id,
  maxLength: 20,
});

test('a draw takes all outside the pools and as many from each pool as it says, each once, and the same from the same seed', () => {
  fc.assert(
    fc.property(bank, pools, fc.uuid(), fc.boolean(), (questions, parts, seed, shuffle) => {
      const drawn = drawQuestions(questions, parts, seed, shuffle);
      assert.deepEqual(drawQuestions(questions, parts, seed, shuffle), drawn);
      assert.equal(new Set(drawn).size, drawn.length);
      const from = (poolId: string | null) => questions.filter((one) => one.poolId === poolId).map(({ id }) => id);
      assert.deepEqual(drawn.filter((id) => from(null).includes(id)).toSorted(), from(null).toSorted());
      for (const { id, draw } of parts) assert.equal(drawn.filter((one) => from(id).includes(one)).length, Math.min(draw, from(id).length));
      if (!shuffle)
        assert.deepEqual(
          drawn,
          questions.map(({ id }) => id).filter((id) => drawn.includes(id)),
        );
    }),
  );
});

test('different seeds draw differently, so that the test above could fail', () => {
  const questions = Array.from({ length: 20 }, (_, index) => ({ id: `q${index}`, poolId: 'p' }));
  const draws = Array.from({ length: 50 }, (_, seed) => drawQuestions(questions, [{ id: 'p', draw: 5 }], String(seed), false).join());
  assert.ok(new Set(draws).size > 40);
  const counts = questions.map(({ id }) => draws.filter((draw) => draw.split(',').includes(id)).length);
  assert.ok(Math.min(...counts) > 2, 'every question is drawn by some');
});

test('a shuffle loses and adds nothing, and things to put in order are never shown in it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{2}$/), { minLength: 2, maxLength: 8 }), fc.uuid(), (ids, seed) => {
      assert.deepEqual(shuffled(ids, seed, String).toSorted(), ids.toSorted());
      const items = ids.map((id) => ({ id, text: id }));
      const shown = itemsShown({ id: 'q', prompt: '', points: 1, kind: 'order', body: { items, why: '' } }, seed).map(({ id }) => id);
      assert.deepEqual(shown.toSorted(), ids.toSorted());
      assert.notDeepEqual(shown, ids);
    }),
  );
});
