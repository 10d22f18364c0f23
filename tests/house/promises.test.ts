import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { promises } from '../../promises/index.ts';

const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}-${String(from + index).padStart(2, '0')}`);
const all = [
  ...range('N', 1, 13),
  ...range('E', 1, 8),
  ...range('N', 20, 30),
  ...range('E', 20, 22),
  ...range('N', 40, 44),
  ...range('N', 50, 60),
  ...range('N', 70, 75),
];

/** A promise is proven by a test file that exists, has tests, and says which promise it proves. */
export function claimsMore(
  id: string,
  proof: string[],
  read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
): string[] {
  return proof.flatMap((path) => {
    const text = read(path);
    if (text === undefined) return [`${id}: ${path} does not exist`];
    if (!/\b(it|test)\(/.test(text)) return [`${id}: ${path} has no tests`];
    return text.includes(id) ? [] : [`${id}: ${path} does not say that it proves ${id}`];
  });
}

describe('the promises', () => {
  it('are all there, each once', () => {
    assert.deepEqual(promises.map(({ id }) => id).toSorted(), all.toSorted());
  });

  it('claim nothing that no test proves', () => {
    assert.deepEqual(
      promises.flatMap((promise) => (promise.state === 'not-yet' ? [] : claimsMore(promise.id, promise.proof))),
      [],
    );
  });

  it('would be found out', () => {
    assert.deepEqual(
      claimsMore('N-99', ['tests/house/promises.test.ts'], () => "it('x')"),
      ['N-99: tests/house/promises.test.ts does not say that it proves N-99'],
    );
    assert.equal(claimsMore('N-99', ['nowhere.test.ts']).length, 1);
  });
});
