import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document } from './document.ts';
import { fromMarkdown } from './markdown.ts';
import { renderDocument } from './render-document.ts';

const html = (markdown: string) => renderDocument(fromMarkdown(markdown));

/** Every tag that opens is closed in its turn, and no tag is one that the renderer does not know. */
function assertWellNested(markup: string): void {
  const open: string[] = [];
  for (const [, closing, name] of markup.matchAll(/<(\/?)([^\s>]*)/g)) {
    assert.match(
      name!,
      /^(?:h[234]|p|[uo]l|li|blockquote|div|table|thead|tbody|tr|th|td|pre|code|hr|br|a|span|strong|em|figure|figcaption|details|summary|m[a-z]+|semantics|annotation)$/,
    );
    if (name === 'hr' || name === 'br') continue;
    if (closing) assert.equal(open.pop(), name, markup);
    else open.push(name!);
  }
  assert.deepEqual(open, [], markup);
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</p></div>',
    "' onclick='x",
    'javascript:alert(1)',
    '&lt;',
  ),
);
const attrs = fc.dictionary(
  fc.constantFrom(
    'id',
    'level',
    'kind',
    'href',
    'lang',
    'start',
    'align',
    'language',
    'tex',
    'alt',
    'caption',
    'file',
    'title',
    'summary',
    'prompt',
    'box',
  ),
  fc.oneof(nasty, fc.integer(), fc.constant(null)),
);
const types = [
  'heading',
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'callout',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'codeBlock',
  'horizontalRule',
  'text',
  'hardBreak',
  'image',
  'film',
  'sound',
  'fileLink',
  'formula',
  'inlineFormula',
  'details',
  'question',
  'reflection',
  'constructor',
  '__proto__',
  'video',
];
const marks = fc.array(fc.record({ type: fc.constantFrom('strong', 'em', 'code', 'link', 'lang', 'blink'), attrs }), { maxLength: 4 });
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constant('text'), text: nasty, marks }),
    fc.record({ type: fc.oneof(fc.constantFrom(...types), nasty), attrs, content: fc.array(tie('node'), { maxLength: 4 }) }),
    fc.anything(),
  ),
}));

test('whatever the document, the output is well nested and nothing in it runs', () => {
  fc.assert(
    fc.property(fc.array(node), (content) => {
      const markup = renderDocument({ type: 'doc', version: 2, content } as Document);
      assertWellNested(markup);
      assert.doesNotMatch(markup, /<script|<img|<[^>]*\son\w+=|href="(?!https:\/\/|mailto:|\/|#)/i);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever the Markdown, the same holds', () => {
  fc.assert(
    fc.property(
      fc.array(nasty).map((parts) => parts.join('\n')),
      (text) => assertWellNested(html(text)),
    ),
    { numRuns: 1_000 },
  );
});

test('a document nested deeper than any page is cut, not crashed on', () => {
  let content: unknown[] = [{ type: 'text', text: 'deep' }];
  for (let depth = 0; depth < 20_000; depth++) content = [{ type: 'blockquote', content }];
  assertWellNested(renderDocument({ type: 'doc', version: 2, content } as Document));
});

test('a link leads to https, mail or our own pages, and nowhere else', () => {
  assert.equal(html('[a](https://a.example/?x=1&y=2)'), '<p><a href="https://a.example/?x=1&amp;y=2">a</a></p>');
  assert.equal(html('[a](/kurser)'), '<p><a href="/kurser">a</a></p>');
  assert.equal(html('[a](mailto:a@a.example)'), '<p><a href="mailto:a@a.example">a</a></p>');
  for (const href of ['http://a.example', '//a.example', 'javascript:alert(1)', 'data:text/html,x', '/\\a.example', 'JAVASCRIPT:x']) {
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }] }];
    assert.equal(renderDocument({ type: 'doc', version: 2, content } as Document), '<p>a</p>', href);
  }
});

test('a call-out is the notice of the design system, in the course language', () => {
  const document = fromMarkdown('> [!TIPS]\n> Gå **ut**.\n>\n> - Nu');
  assert.equal(
    renderDocument(document),
    '<div class="notice tip" role="note"><p class="notice-title">Tips</p><p>Gå <strong>ut</strong>.</p><ul><li>Nu</li></ul></div>',
  );
  assert.match(renderDocument(fromMarkdown('> [!VIKTIGT]\n> x'), 'en'), /Important/);
  assert.equal(html('> [!HEJ]\n> x'), '<blockquote><p>[!HEJ]\nx</p></blockquote>');
});

test('a table has heads with scope; an empty corner makes the first column name the rows', () => {
  assert.equal(
    html('| | Kort |\n| --- | ---: |\n| Tid | 5 |'),
    '<div class="table-scroll" tabindex="0"><table><thead><tr><td></td><th scope="col" class="numeric">Kort</th></tr></thead>' +
      '<tbody><tr><th scope="row">Tid</th><td class="numeric">5</td></tr></tbody></table></div>',
  );
});

test('a link that is partly stressed is one link; another language is marked', () => {
  assert.equal(html('[a **b** c](/x)'), '<p><a href="/x">a <strong>b</strong> c</a></p>');
  assert.equal(html('ett <span lang="en">deadline *now*</span> ord'), '<p>ett <span lang="en">deadline <em>now</em></span> ord</p>');
});

test('HTML in Markdown is words, and character references are read once', () => {
  assert.equal(html('a &amp;lt; b <b>c</b>'), '<p>a &amp;lt; b &lt;b&gt;c&lt;/b&gt;</p>');
});

test('the same text always makes the same ids, and no two blocks share one', () => {
  const text = '## Rubrik\n\nText.\n\nText.\n\n- a\n- b';
  const ids = fromMarkdown(text).content.map(({ attrs }) => attrs?.id);
  assert.deepEqual(
    ids,
    fromMarkdown(text).content.map(({ attrs }) => attrs?.id),
  );
  assert.equal(new Set(ids).size, 4);
  assert.match(html(text), /^<h2 id="b[0-9a-f]{8}">/);
});

test('Markdown nested deeper than any page is read at once, and no word of it is lost', () => {
  for (const mark of ['> ', '>', '- ', '1. ', '* > ', '[', '*a **b ', '![', '<span lang="en">']) {
    const began = performance.now();
    const markup = html(`${mark.repeat(Math.floor(29_000 / mark.length))}ordet`);
    assertWellNested(markup);
    assert.match(markup, /ordet/, mark);
    assert.ok(performance.now() - began < 2_000, `${mark} took ${Math.round(performance.now() - began)} ms`);
  }
});
