import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Words } from './locale.ts';
import { isLocale, otherLocale } from './locale.ts';
import { words } from './words.ts';

const swedish = { greeting: 'Hej', counted: (count: number) => `${count} sidor`, nested: { end: 'Slut' } } as const;

// Each of these must not compile; should one begin to, the compiler says that its expectation was in vain.
export const complete = { greeting: 'Hello', counted: (count: number) => `${count} pages`, nested: { end: 'End' } } satisfies Words<
  typeof swedish
>;
// @ts-expect-error a text is missing
export const missing = { greeting: 'Hello', counted: (count: number) => `${count} pages` } satisfies Words<typeof swedish>;
export const superfluous = {
  ...complete,
  // @ts-expect-error a text that Swedish has not
  farewell: 'Goodbye',
} satisfies Words<typeof swedish>;
export const wrongValue = {
  ...complete,
  // @ts-expect-error a text takes another kind of value
  counted: (count: Date) => `${count.getTime()}`,
} satisfies Words<typeof swedish>;

function textsOf(catalogue: object, path = ''): [string, unknown][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object'
      ? textsOf(value, `${path}${key}.`)
      : [[path + key, typeof value === 'function' ? value('7') : value] as [string, unknown]],
  );
}

test('both languages say everything', () => {
  assert.deepEqual(
    textsOf(words.en).map(([key]) => key),
    textsOf(words.sv).map(([key]) => key),
  );
  for (const [key, text] of [...textsOf(words.sv), ...textsOf(words.en)]) assert.match(String(text), /\S/, key);
});

test('a locale is one of two', () => {
  assert.equal(isLocale('sv'), true);
  assert.equal(isLocale('de'), false);
  assert.equal(isLocale(undefined), false);
  assert.equal(otherLocale('sv'), 'en');
  assert.equal(otherLocale('en'), 'sv');
});
