import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyFault } from '../enhancements/key-format.ts';
import { formatKey, keyAlphabet, newKey, parseKey } from './key.ts';

const key = fc.constant(null).map(() => newKey());
const isRight = (typed: string) => 'key' in parseKey(typed);

test('thirty characters, none that is taken for another', () => {
  assert.equal(new Set(keyAlphabet).size, 30);
  assert.doesNotMatch(keyAlphabet, /[0O1ILU]/);
  assert.match(formatKey(newKey()), /^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
});

test('every single wrong character is caught, in every place of every key tried', () => {
  fc.assert(
    fc.property(key, (right) => {
      assert.ok(isRight(right));
      for (let place = 0; place < 9; place++) {
        for (const wrong of keyAlphabet) {
          if (wrong === right[place]) continue;
          assert.deepEqual(parseKey(right.slice(0, place) + wrong + right.slice(place + 1)), { fault: { kind: 'check' } });
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('no two pairs of neighbours can change places unseen: all 9 × 8 × 30 × 30 cases', () => {
  // The other characters add the same to both sums, so the pair alone decides.
  for (let first = 1; first <= 9; first++) {
    for (let second = first + 1; second <= 9; second++) {
      for (let a = 0; a < 30; a++) {
        for (let b = 0; b < 30; b++) {
          if (a !== b) assert.notEqual((a * first + b * second) % 31, (b * first + a * second) % 31);
        }
      }
    }
  }
});

test('every transposition of neighbours in a real key is caught', () => {
  fc.assert(
    fc.property(key, fc.nat(7), (right, place) => {
      const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
      assert.equal(isRight(swapped), right[place] === right[place + 1]);
    }),
    { numRuns: 1_000 },
  );
});

test('a key is read in any case, with spaces and dashes; nothing is mapped to something else', () => {
  const right = newKey();
  for (const typed of [
    right.toLowerCase(),
    formatKey(right),
    ` ${right.slice(0, 3)} ${right.slice(3)}\t`,
    formatKey(right).replaceAll('-', '–'),
    formatKey(right).replaceAll('-', '\u2011'),
  ]) {
    assert.deepEqual(parseKey(typed), { key: right }, typed);
  }
  assert.deepEqual(parseKey('0' + right.slice(1)), { fault: { kind: 'character', character: '0' } });
  assert.deepEqual(parseKey('o' + right.slice(1)), { fault: { kind: 'character', character: 'O' } });
  assert.deepEqual(parseKey('å'), { fault: { kind: 'character', character: 'Å' } });
  assert.deepEqual(parseKey(right.slice(1)), { fault: { kind: 'length', length: 8 } });
  assert.deepEqual(parseKey(' - '), { fault: { kind: 'missing' } });
});

test('the browser judges a key as the server does', () => {
  const typed = fc.oneof(
    key,
    key.map((right) => right.slice(0, -1) + '2'),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...keyAlphabet, ' ', '-') }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseKey(text);
      assert.deepEqual(keyFault(text), 'fault' in parsed ? parsed.fault : undefined);
    }),
    { numRuns: 2_000 },
  );
});
