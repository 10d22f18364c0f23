import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from '../markdown.ts';
import type { MediaRow } from '../media/media.queries.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftPage, DraftQuestion } from './draft.queries.ts';
import { lixOf, minutesToRead } from './reading.ts';
import { freeSlug, slugOf } from './slug.ts';

const page = (markdown: string, id = 'p'): DraftPage =>
  ({ id, title: 'Sida', position: 1, document: fromMarkdown(markdown) }) as unknown as DraftPage;
const question = (kind: string, body: object, pageId: string | null = null): DraftQuestion =>
  ({ id: 'q', kind, prompt: 'Fråga', points: 1, body, pageId }) as unknown as DraftQuestion;
const right = question('true-false', { answer: true, why: 'Ja.' });
const kindsOf = (pages: DraftPage[], questions: DraftQuestion[] = [right]) => checkDraft(pages, questions).map(({ kind }) => kind);

test('a whole course has nothing to put right', () => {
  assert.deepEqual(kindsOf([page('## A\n\n### B\n\n[x](https://a.example)\n\n| | A |\n| --- | --- |\n| B | 1 |')]), []);
});

test('pages: none, empty, links that lead nowhere, headings that skip, tables without a head', () => {
  assert.deepEqual(kindsOf([]), ['no-pages']);
  assert.deepEqual(kindsOf([page('---')]), ['empty-page']);
  for (const href of ['http://a.example', '', '#', 'javascript:x', '//a.example']) {
    assert.deepEqual(kindsOf([page(`[x](<${href}>)`)]), ['bad-link'], href);
  }
  assert.deepEqual(kindsOf([page('### För djupt')]), ['skipped-heading']);
  assert.deepEqual(kindsOf([page('## A\n\n#### B\n\n## C')]), ['skipped-heading']);
  assert.deepEqual(kindsOf([page('| | |\n| --- | --- |\n| B | 1 |')]), ['table-without-head']);
});

test('pictures, films, formulas and what a page points at', () => {
  const id = '01980000-0000-7000-8000-000000000001';
  const file = { id, name: 'is.webp', state: 'ready', parts: [] } as unknown as MediaRow;
  const captioned = { ...file, parts: [{ kind: 'captions' }] } as unknown as MediaRow;
  const found = (markdown: string, row: MediaRow = file) =>
    checkDraft([page(markdown)], [right], [], { sections: [], files: [row], unused: [] }).map(
      ({ kind, must }) => `${kind}${must ? '!' : ''}`,
    );
  assert.deepEqual(found(`:::bild ${id}\n:::`), ['no-alt!'], 'and a page with only a picture is not empty');
  assert.deepEqual(found(`:::bild ${id}\nalt: Is\n:::`), []);
  assert.deepEqual(found(`:::bild ${id}\ndekorativ: ja\n:::`), []);
  assert.deepEqual(found(`:::bild ${id.replace('1', '2')}\nalt: Is\n:::`), ['lost-file!']);
  assert.deepEqual(found(`:::film ${id}\n:::`, { ...file, state: 'waiting' }), ['file-not-ready!']);
  assert.deepEqual(found(`:::film ${id}\n:::`), ['no-captions!']);
  assert.deepEqual(found(`:::film ${id}\n\nOrd.\n:::`), ['film-without-captions']);
  assert.deepEqual(found(`:::film ${id}\n:::`, captioned), []);
  assert.deepEqual(found(`:::ljud ${id}\n:::`), ['no-transcript!']);
  assert.deepEqual(found(`:::fråga ${id}\n:::`), ['lost-question!']);
  assert.deepEqual(found('$$\n\\frac{\n$$'), ['bad-formula!']);
  assert.deepEqual(found('[x](#borta)'), ['lost-anchor']);
  const around = { sections: [{ id: 's', position: 1, title: 'Tomt' }], files: [], unused: [file] };
  const rest = checkDraft([page('Text.')], [right], [], around);
  assert.deepEqual(
    rest.map(({ kind, about }) => `${kind} ${about}`),
    ['empty-section Tomt', 'unused-file is.webp'],
  );
});

test('questions: each kind without its right answer or its why', () => {
  const option = (correct: boolean, why = 'För att.') => ({ id: 'a', text: 'A', correct, why });
  const faults = (one: DraftQuestion) => kindsOf([page('Text.')], [one]);
  assert.deepEqual(kindsOf([page('Text.')], []), ['no-test-questions']);
  assert.deepEqual(faults(question('single', { options: [option(true), option(true)] })), ['no-right-answer']);
  assert.deepEqual(faults(question('single', { options: [option(true), option(false)] })), []);
  assert.deepEqual(faults(question('multiple', { options: [option(false), option(false, ' ')] })), ['no-right-answer', 'no-why']);
  assert.deepEqual(faults(question('single', { options: [option(true)] })), ['too-few-options']);
  assert.deepEqual(faults(question('true-false', { why: '' })), ['no-right-answer', 'no-why']);
  assert.deepEqual(faults(question('number', { tolerance: 0, why: 'x' })), ['no-right-answer']);
  assert.deepEqual(faults(question('short', { accepted: [], why: 'x' })), ['no-right-answer']);
});

test('reading: minutes by words, LIX by sentences and long words, and none for a short text', () => {
  assert.equal(minutesToRead(fromMarkdown('')), 1);
  assert.equal(minutesToRead(fromMarkdown('ord '.repeat(900))), 5);
  assert.equal(lixOf(fromMarkdown('Kort text.')), undefined);
  assert.equal(lixOf(fromMarkdown('Jag ser en hund nu. '.repeat(20))), 5);
  const heavy = fromMarkdown(`${'förvaltningsmyndigheternas '.repeat(60)}.`);
  assert.equal(lixOf(heavy), 160);
  assert.deepEqual(kindsOf([page(`${'förvaltningsmyndigheternas '.repeat(60)}.`)]), ['hard-to-read']);
});

test('an address is made of any title, å, ä and ö included, and is the customer’s only one', () => {
  assert.equal(slugOf('Må bra på jobbet!'), 'ma-bra-pa-jobbet');
  assert.equal(slugOf('Ärligt & ÖPPET – 2026'), 'arligt-oppet-2026');
  assert.equal(slugOf('Straße, Køb, Éire'), 'strasse-kob-eire');
  assert.equal(slugOf('日本語'), 'kurs');
  assert.equal(freeSlug('kurs', new Set(['kurs', 'kurs-2'])), 'kurs-3');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      assert.match(slugOf(title), /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(slugOf(title).length <= 60);
    }),
  );
});
