import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document } from './document.ts';
import { fromMarkdown } from './markdown.ts';
import { readDocument } from './read-document.ts';
import { fillPlaces, renderDocument } from './render-document.ts';
import type { Media } from './render-media.ts';
import { toMarkdown } from './to-markdown.ts';
import { upgradeDocument } from './upgrade-document.ts';

const file = '01980000-0000-7000-8000-000000000001';
const media: Media = new Map([
  [
    file,
    {
      href: '/k/a/filer/f',
      name: 'is.webp',
      type: 'image/webp',
      bytes: 12_345,
      width: 1600,
      height: 900,
      widths: [{ width: 480, href: '/k/a/filer/s' }],
      poster: '/k/a/filer/p',
      captions: [{ language: 'sv', href: '/k/a/filer/c' }],
    },
  ],
]);
const drawn = (markdown: string) => renderDocument(fromMarkdown(markdown), 'sv', media);

test('a document of the first version is read as one of today, and no word of it changes', () => {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Hej' }] }];
  const read = upgradeDocument({ type: 'doc', version: 1, content });
  assert.equal(read.version, 2);
  assert.match(read.content[0]!.attrs!.id!, /^b[0-9a-f]{8}$/);
  assert.equal(toMarkdown(read), 'Hej');
  for (const broken of [null, 1, 'x', {}, { version: 7, content: 'x' }]) assert.deepEqual(upgradeDocument(broken).content, []);
});

test('what a browser sends keeps what the schema knows and the words of the rest', () => {
  const sent = {
    type: 'doc',
    version: 2,
    content: [
      {
        type: 'paragraph',
        attrs: { id: 'b1', style: 'color:red' },
        content: [{ type: 'text', text: 'a', marks: [{ type: 'strong' }, { type: 'blink' }] }],
      },
      { type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'b' }] },
      { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
      { type: 'paragraph' },
      { type: 'image', attrs: { file: 'https://annan.example/x.png', alt: 'x' } },
      { type: 'image', attrs: { file, alt: '  En   ispik ', caption: null } },
    ],
  };
  const read = readDocument(sent);
  assert.equal(toMarkdown(read), `**a**\n\nb\n\nalert(1)\n\n:::bild ${file}\nalt: En ispik\n:::`);
  assert.equal(new Set(read.content.map(({ attrs }) => attrs?.id)).size, 4, 'a pasted block gets an id of its own');
});

test('whatever a browser sends, it can be written as Markdown and comes back the same', () => {
  fc.assert(
    fc.property(fc.array(fc.anything({ maxDepth: 6 })), (content) => {
      const read = readDocument({ type: 'doc', version: 2, content });
      assert.equal(toMarkdown(fromMarkdown(toMarkdown(read))), toMarkdown(read));
    }),
    { numRuns: 300 },
  );
});

test('a document read twice is the same', () => {
  const document = fromMarkdown(
    `## A\n\n- x\n- y\n\n:::film ${file}\ntitel: Is\n\nTal.\n:::\n\n:::mer Mer\nText $\`a^2\`$\n:::\n\n:::skriv\nVad tänker du?\n:::\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |`,
  );
  assert.deepEqual(readDocument(JSON.parse(JSON.stringify(document))), document satisfies Document);
});

test('an image has its widths, its words and nothing of another host; decorative is an empty alt', () => {
  assert.equal(
    drawn(`:::bild ${file}\nalt: En "ispik"\nbildtext: Mät\n:::`),
    '<figure><img src="/k/a/filer/f" srcset="/k/a/filer/s 480w, /k/a/filer/f 1600w" sizes="(min-width: 48rem) 42rem, 100vw" width="1600" height="900" ' +
      'alt="En &quot;ispik&quot;" loading="lazy"><figcaption>Mät</figcaption></figure>',
  );
  assert.match(drawn(`:::bild ${file}\ndekorativ: ja\n:::`), / alt="" /);
  assert.match(drawn(`:::bild ${file.replace('1', '2')}\nalt: Borta\n:::`), /^<figure><p>Borta<\/p><\/figure>$/);
});

test('a film has captions, a poster and its words as text; sound has the same', () => {
  const film = drawn(`:::film ${file}\ntitel: Isen\n\nJag står på **isen**.\n:::`);
  assert.match(film, /<video controls="" preload="none" aria-label="Isen" playsinline="" poster="\/k\/a\/filer\/p"/);
  assert.match(film, /<track kind="captions" srclang="sv" label="Svenska" src="\/k\/a\/filer\/c">/);
  assert.match(film, /<summary>Läs filmen som text<\/summary><div><p>Jag står på <strong>isen<\/strong>/);
  assert.match(drawn(`:::ljud ${file}\n:::`), /<audio controls/);
  assert.match(drawn(`:::fil ${file}\ntitel: Lista\n:::`), /<a href="\/k\/a\/filer\/f">Lista<\/a> \(12.kB\)/);
});

test('a formula is MathML without styles; what is no formula stays as it was typed', () => {
  assert.match(drawn('$$\n\\frac{a}{b}\n$$'), /^<div class="formula" tabindex="0"><math[^>]*><mfrac>/);
  assert.match(drawn('Är $`a^2`$ stort?'), /^<p>Är <math>.*<\/math> stort\?<\/p>$/);
  for (const tex of ['\\frac{', '\\href{javascript:alert(1)}{x}', '\\color{red}{<b>}', '\\begin{pmatrix}a&b\\end{pmatrix}']) {
    assert.doesNotMatch(drawn(`$$\n${tex}\n$$`), /style=|href=|<b>/, tex);
  }
});

test('questions and writing boxes leave a place that only the page itself can make', () => {
  const html = drawn(`Före.\n\n:::fråga ${file}\n:::\n\n:::skriv min-box\nuppgift: Vad tänker du?\n:::`);
  assert.equal(
    fillPlaces(html, (place, name) => `[${place} ${name}]`),
    `<p>Före.</p>[question ${file}]<div class="reflection"><p class="reflection-prompt">Vad tänker du?</p>[reflection min-box]</div>`,
  );
  const forged = drawn('<div data-question="x"></div>\n\n$$\n\\text{<div data-question="x"></div>}\n$$');
  assert.equal(
    fillPlaces(forged, () => 'DRAWN'),
    forged,
  );
});
