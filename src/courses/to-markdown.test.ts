import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { worldCustomers } from '../../db/world/customers.ts';
import type { Block, Document, Inline, Mark } from './document.ts';
import { listOf, type LooseNode } from './loose-node.ts';
import { fromMarkdown } from './markdown.ts';
import { toMarkdown } from './to-markdown.ts';

/** Ids are made from what blocks say, so they are left out of what is compared. */
const bare = (document: Document) =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key !== 'attrs') return value;
    const { id: _, ...rest } = value as Record<string, unknown>;
    return Object.keys(rest).length > 0 ? rest : undefined;
  }) as Document;
const there = (document: Document) => fromMarkdown(toMarkdown(document));
const wordsOf = (node: LooseNode): string => (typeof node.text === 'string' ? node.text : listOf(node.content).map(wordsOf).join(' '));

const piece = fc.constantFrom(
  ...[
    'ord',
    'Åsa',
    'två ord',
    'a_b',
    'snake_case_',
    '5 * 3',
    '*',
    '**',
    '_x_',
    '#',
    '# x',
    '1. ett',
    '2) x',
    '- x',
    '+ x',
    '> x',
    '|',
    'a | b',
  ],
  ...[
    '[x]',
    '[x](y)',
    '![x](/y)',
    '!',
    '<b>',
    '</span>',
    '&amp;',
    '&',
    '`',
    '``',
    '~~x~~',
    '\\',
    '\\*',
    '---',
    '===',
    ':::',
    ':::mer',
    '::::bild x',
    '$$',
    '$',
    '5 $',
    '$`',
    ':---',
    'https://a.example/x_y',
  ],
  ...['www.a.example', 'a@b.example', 'http://x.example', '[ ] x', '§ 3', '50 %', '–', '…', '”citat”', '(x)', 'rad.'],
);
/** Words as a person writes them: no space at the ends, none doubled. */
const phrase = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
/** What is stressed begins and ends with a letter, and has space around it: Markdown can say nothing else. */
const stressed = phrase.map((text) => `a ${text} z`);
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'strong' }, { type: 'em' }, { type: 'lang', attrs: { lang: 'en' } }),
  fc
    .constantFrom('https://a.example/x?y=1&z=(2)', '/kurser', 'mailto:a@b.example', 'http://x.example', '#b', 'https://a.example/å b')
    .map((href): Mark => ({ type: 'link', attrs: { href } })),
);
const inline: fc.Arbitrary<Inline[]> = fc
  .array(fc.tuple(stressed, fc.option(mark, { nil: undefined }), phrase), { minLength: 1, maxLength: 3 })
  .map((parts) => [
    ...parts.flatMap(([text, one, after]): Inline[] =>
      one
        ? [
            { type: 'text', text, marks: [one] },
            { type: 'text', text: ` ${after} ` },
          ]
        : [
            { type: 'text', text, marks: [{ type: 'code' }] },
            { type: 'text', text: ` ${after} ` },
            { type: 'inlineFormula', attrs: { tex: 'a^2 + \\sqrt{b}' } },
            { type: 'text', text: ' z ' },
          ],
    ),
    { type: 'text', text: 'slut', marks: [{ type: 'strong' }] },
  ]);
const text = fc.oneof(
  phrase.map((words): Inline[] => [{ type: 'text', text: words }]),
  inline,
);
const paragraph = text.map((content): Block => ({ type: 'paragraph', content }));
const broken = fc
  .tuple(phrase, phrase)
  .map(([a, b]): Block => ({ type: 'paragraph', content: [{ type: 'text', text: a }, { type: 'hardBreak' }, { type: 'text', text: b }] }));
const uuid = fc.uuid({ version: 4 });
const named: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(uuid, phrase, fc.option(phrase, { nil: undefined }))
    .map(([file, alt, caption]): Block => ({ type: 'image', attrs: { file, alt, ...(caption ? { caption } : {}) } })),
  uuid.map((file): Block => ({ type: 'image', attrs: { file, alt: '', decorative: true } })),
  fc.tuple(uuid, phrase).map(([file, title]): Block => ({ type: 'fileLink', attrs: { file, title } })),
  fc.constantFrom('\\frac{a}{b}', 'a &= b \\\\\nc &= d', '% 5 $ 3').map((tex): Block => ({ type: 'formula', attrs: { tex } })),
  uuid.map((question): Block => ({ type: 'question', attrs: { question } })),
  phrase.map((prompt): Block => ({ type: 'reflection', attrs: { box: 'ab12', prompt } })),
);
const cell = (type: 'tableHeader' | 'tableCell', align: 'right' | undefined) =>
  text.map((content) => ({ type, ...(align ? { attrs: { align } } : {}), content: [{ type: 'paragraph' as const, content }] }));
const row = (type: 'tableHeader' | 'tableCell') =>
  fc.tuple(cell(type, undefined), cell(type, 'right')).map((content) => ({ type: 'tableRow' as const, content }));
const { block } = fc.letrec<{ block: Block }>((tie) => {
  const inner = fc.array(tie('block'), { minLength: 1, maxLength: 2 });
  const items = fc.array(
    fc
      .tuple(paragraph, fc.array(tie('block'), { maxLength: 1 }))
      .map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] })),
    { minLength: 1, maxLength: 3 },
  );
  return {
    block: fc.oneof(
      { depthSize: 'small' },
      paragraph,
      broken,
      named,
      fc.tuple(phrase, inner).map(([summary, content]): Block => ({ type: 'details', attrs: { summary }, content })),
      fc
        .tuple(fc.constantFrom('film' as const, 'sound' as const), uuid, phrase, fc.option(inner, { nil: undefined }))
        .map(([type, file, title, content]): Block => ({ type, attrs: { file, title }, ...(content ? { content } : {}) })),
      fc
        .tuple(text, fc.constantFrom(2 as const, 3 as const, 4 as const))
        .map(([content, level]): Block => ({ type: 'heading', attrs: { level }, content })),
      fc.constant<Block>({ type: 'horizontalRule' }),
      fc
        .array(phrase, { minLength: 1, maxLength: 3 })
        .map((lines): Block => ({ type: 'codeBlock', content: [{ type: 'text', text: lines.join('\n') }] })),
      fc.tuple(row('tableHeader'), row('tableCell')).map((content): Block => ({ type: 'table', content })),
      items.map((content): Block => ({ type: 'bulletList', content })),
      fc
        .tuple(items, fc.constantFrom(1, 2, 9))
        .map(([content, start]): Block => ({ type: 'orderedList', ...(start > 1 ? { attrs: { start } } : {}), content })),
      inner.map((content): Block => ({ type: 'blockquote', content })),
      fc
        .tuple(inner, fc.constantFrom('info' as const, 'tip' as const, 'warning' as const, 'important' as const))
        .map(([content, kind]): Block => ({ type: 'callout', attrs: { kind }, content })),
    ),
  };
});

test('a document comes back from its Markdown as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const document: Document = { type: 'doc', version: 2, content };
      assert.deepEqual(bare(there(document)), bare(document), toMarkdown(document));
    }),
    { numRuns: 1_500 },
  );
});

test('Markdown that was written once stays the same from then on', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const once = toMarkdown({ type: 'doc', version: 2, content });
      assert.equal(toMarkdown(fromMarkdown(once)), once);
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, no word of it is lost on the way', () => {
  const letters = (document: Document) => wordsOf(document).match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(piece, fc.constantFrom('\n', '\n\n', '    ', '```', '> [!TIPS]\n> ', '\n:::mer x\n', '\n:::skriv\n', '\n:::\n', '\n$$\n')),
        { maxLength: 12 },
      ),
      (parts) => {
        const document = fromMarkdown(parts.join(' '));
        assert.deepEqual(letters(there(document)), letters(document), parts.join(' '));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('the courses of the demo world come back word for word, ids included', () => {
  const pages = worldCustomers.flatMap(({ courses }) => courses.flatMap(({ pages }) => pages));
  assert.ok(pages.length > 20);
  for (const { markdown } of pages) {
    assert.deepEqual(there(fromMarkdown(markdown)), fromMarkdown(markdown));
    assert.equal(toMarkdown(fromMarkdown(markdown)).trim(), markdown.trim());
  }
});
