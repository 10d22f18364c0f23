import assert from 'node:assert/strict';
import { glob } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { worldCustomers } from '../../db/world/customers.ts';
import { manuscripts } from '../../db/world/films/manuscripts/index.ts';
import { promises, type Promised } from '../../promises/index.ts';
import { isSwedish } from '../support/spelling.ts';

/** Plain Swedish, and none of the words that other course platforms use in its place (PRODUCT: klarspråk). */
const banned =
  /\b(vänligen|klicka här|dashboard|quiz|frågesport|e-?mail|mail|maila|mejlen\b.*\bmailen|submit|ogiltig inmatning|certifikat|cookie|cookies|t\.ex\.|bl\.a\.|m\.m\.|login|logga in dig)\b/iu;

/** Right, though the dictionary does not know them. */
const known = new Set(
  readFileSync(new URL('swedish-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
);

/** Every Swedish text of the rooms' catalogues; functions are called with something harmless. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    try {
      return textsOf((value as (...all: unknown[]) => unknown)(...Array.from({ length: value.length }, () => '7')));
    } catch {
      return [];
    }
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

const wordsOf = (promise: Promised): string[] => [
  promise.sv,
  ...(promise.state === 'not-yet' ? [] : [promise.control.sv]),
  ...(promise.state === 'partly' ? [promise.missing.sv] : []),
];

async function catalogues(): Promise<{ file: string; texts: string[] }[]> {
  const found = [];
  for await (const file of glob('src/**/*words.ts', { cwd: new URL('../../', import.meta.url) })) {
    const module = (await import(`../../${file}`)) as Record<string, unknown>;
    const swedish = Object.values(module).flatMap((value) =>
      value && typeof value === 'object' && 'sv' in value ? textsOf(value.sv) : [],
    );
    found.push({ file, texts: swedish });
  }
  return [...found, { file: 'promises', texts: promises.flatMap(wordsOf) }];
}

const misspelt = (text: string): string[] =>
  [...new Set(text.replace(/https?:\S+|\S+@\S+|\{\w+\}/g, ' ').match(/\p{L}[\p{L}-]+/gu) ?? [])].filter(
    (word) =>
      word !== word.toUpperCase() &&
      !known.has(word.toLowerCase()) &&
      !word.split('-').every((part) => part === '' || known.has(part.toLowerCase()) || isSwedish(part)),
  );

/** What is read of a course: not its addresses and the kinds of its questions. */
function readOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readOf);
  if (!value || typeof value !== 'object') return value;
  const named = Object.entries(value).filter(([name]) => !['slug', 'kind', 'types', 'file', 'id', 'pageOrder'].includes(name));
  return Object.fromEntries(named.map(([name, one]) => [name, readOf(one)]));
}
const formula = /\$`[^`]*`\$|\$\$[\s\S]*?\$\$|`[^`]+`/g;

describe('the Swedish of the catalogues', () => {
  it('is spelt right', async () => {
    const all = await catalogues();
    assert.ok(all.length > 10 && all.flatMap(({ texts }) => texts).length > 500, 'the catalogues are found');
    assert.deepEqual(
      all.flatMap(({ file, texts }) => texts.flatMap((text) => misspelt(text).map((word) => `${file}: ${word}`))),
      [],
    );
  });

  it('has none of the banned words', async () => {
    for (const { file, texts } of await catalogues()) for (const text of texts) assert.ok(!banned.test(text), `${file}: ${text}`);
  });

  it('holds for the courses of the demo world too', () => {
    const courses = worldCustomers.flatMap((customer) => customer.courses);
    assert.ok(courses.length > 15);
    for (const course of courses) {
      const texts = textsOf(readOf(course));
      for (const text of texts) assert.ok(!banned.test(text.replaceAll('certifikat', '')), `${course.slug}: ${text}`);
      assert.deepEqual(
        texts.flatMap((text) => misspelt(text.replaceAll(formula, ' '))),
        [],
        course.slug,
      );
    }
  });

  it('holds for what is said and seen in its films', () => {
    for (const { slug, slides } of manuscripts) {
      const parts = slides.flatMap(({ heading, words, seen, drawn, said }) => [
        heading,
        ...words,
        seen,
        ...(drawn ? [drawn] : []),
        ...said,
      ]);
      const texts = parts.map(({ sv }) => sv.replaceAll('\u00AD', ''));
      assert.ok(texts.length > 30, slug);
      for (const text of texts) assert.ok(!banned.test(text), `${slug}: ${text}`);
      assert.deepEqual(texts.flatMap(misspelt), [], slug);
    }
  });

  it('would be noticed', () => {
    assert.deepEqual(misspelt('Logga in med ditt lsöenord och din kursnyckel, svarra och fortsät.'), ['lsöenord', 'svarra', 'fortsät']);
    assert.ok(banned.test('Vänligen klicka här'));
  });
});
