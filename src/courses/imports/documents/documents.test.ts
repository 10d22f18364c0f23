import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Transformer } from '@napi-rs/image';
import fc from 'fast-check';
import { href } from '../../../routes.ts';
import { openDesk, type Desk } from '../../authoring/testing.ts';
import { readDocument } from '../../read-document.ts';
import { toMarkdown } from '../../to-markdown.ts';
import { blocksFromHtml } from './read-html.ts';
import { pagesFromMarkdown } from './read-markdown.ts';
import { item, linked, paragraph, picture, table, wordFile } from './testing.ts';

// Proof of N-03: what was written in Word or Markdown becomes pages.

describe('a Markdown file', () => {
  const read = (text: string) => {
    const { pages, ...rest } = pagesFromMarkdown(text, 'Filen');
    return { ...rest, pages: pages.map(({ title, document }) => [title, toMarkdown(document)]) };
  };

  it('is a page a first-level heading, and a heading in code is none', () => {
    const { pages, empty, losses } = read(
      '---\ntitle: X\n---\nFörst.\n\n# *Ett* & två\n\nText med [länk][a].\n\n```\n# ingen rubrik\n```\n\n# Tom\n\nTre\n===\n\n## Under\n\n![Båt](bat.png)\n\n[a]: https://exempel.se/\n',
    );
    assert.deepEqual(pages, [
      ['Filen', 'Först.'],
      ['Ett & två', 'Text med [länk](https://exempel.se/).\n\n```\n# ingen rubrik\n```'],
      ['Tre', '## Under\n\nBåt'],
    ]);
    assert.deepEqual(empty, ['Tom']);
    assert.deepEqual(losses, ['picture-links']);
  });

  it('without such a heading is one page, and that is told', () => {
    assert.deepEqual(read('## Bara\n\ntext'), { pages: [['Filen', '## Bara\n\ntext']], empty: [], losses: ['no-headings'] });
  });
});

describe('what a converter says', () => {
  const read = (html: string) =>
    toMarkdown(
      readDocument({ type: 'doc', version: 2, content: blocksFromHtml(html).flatMap((part) => ('block' in part ? [part.block] : [])) }),
    );

  it('is read for what the schema knows; scripts, addresses within the file and odd links leave their words at most', () => {
    assert.equal(read('<p onclick="x()">Ord <a href="javascript:x()">här</a> <a href="#a">där</a></p><script>x()</script>'), 'Ord här där');
    assert.equal(read('<ul><li>a<ol><li>b</li></ol></li></ul>'), '- a\n  1. b');
    assert.equal(read('<p><strong>fet <em>och</em></strong><br />rad</p>'), '**fet *och***\\\nrad');
  });

  it('never breaks the reader, whatever it says', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<h1>',
      '<h3>',
      '</h1>',
      'ord',
      '<img src="x" />',
      '<a href="https://a.se">',
      '</a>',
      '<br />',
      '&amp;',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 300 },
    );
    read(`${'<blockquote>'.repeat(5000)}djupt`);
  });
});

describe('pages from a file', () => {
  let desk: Desk;
  let at: { customer: string; course: string };
  let courseId: string;
  before(async () => {
    desk = await openDesk();
    ({ at, id: courseId } = await desk.create('Inläst'));
  });
  after(() => desk.house.close());

  const send = (name: string, content: Uint8Array | string, { cookie = desk.cookies.author, place = at } = {}) => {
    const body = new FormData();
    body.append('id', randomUUID());
    body.append('file', new File([content as BlobPart], name));
    return Promise.resolve(
      desk.house.app.request(href('previewPages', place), { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body }),
    );
  };
  const fieldsOf = (html: string) => {
    const unescape = (text: string) =>
      text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const input = (name: string) =>
      [...html.matchAll(/<input(?:[^>"]|"[^"]*")*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => tag.includes(` name="${name}"`))
        .map((tag) => unescape(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''));
    return { id: input('id')[0]!, titles: input('title'), texts: input('text'), takes: input('take') };
  };
  const save = (id: string, pages: [string, string][], takes: string[], cookie?: string) =>
    desk.post(
      href('saveImportedPages', at),
      [
        ['id', id],
        ...pages.flatMap(([title, text]): [string, string][] => [
          ['title', title],
          ['text', text],
        ]),
        ...takes.map((take): [string, string] => ['take', take]),
      ],
      cookie,
    );

  it('come from Word with headings, lists, tables, links and pictures, are shown, and are saved once', async () => {
    const image = await Transformer.fromRgbaPixels(new Uint8Array(4 * 640 * 400).fill(200), 640, 400).png();
    const file = await wordFile(
      [
        paragraph('Is och säkerhet', 'Rubrik'),
        paragraph('Isens egenskaper', 'Rubrik1'),
        paragraph('Tjocklek', 'Rubrik2'),
        paragraph('Viktigt', '', '<w:b/>'),
        item('Kärnis'),
        item('Stöpis', 1),
        table([
          ['Is', 'cm'],
          ['Kärnis', '10'],
        ]),
        linked('Riksdagen'),
        picture('En isbit', 'rPicture'),
        picture('Utifrån', 'rOutside', 'link'),
        paragraph('Citatet', 'Citat'),
        paragraph('På isen', 'Rubrik1'),
        paragraph('Gå försiktigt.'),
      ].join(''),
      { rPicture: image },
    );
    const answer = await send('Isbok.docx', file);
    const html = await answer.text();
    assert.equal(answer.status, 200, html.slice(0, 200));
    const { id, titles, texts, takes } = fieldsOf(html);
    assert.deepEqual(titles, ['Isens egenskaper', 'På isen']);
    assert.match(html, /Rubriken ”Is och säkerhet” har ingen text under sig/);
    assert.match(html, /Några bilder går inte att läsa eller ligger utanför filen/);
    const [first] = texts;
    assert.match(first!, /^## Tjocklek\n\n\*\*Viktigt\*\*\n\n- Kärnis\n {2}1\. Stöpis\n\n\| Is \| cm \|\n/);
    assert.match(first!, /\[Riksdagen\]\(https:\/\/www\.riksdagen\.se\/\)\n\n:::bild [0-9a-f-]{36}\nalt: En isbit\n:::\n\n> Citatet$/);
    assert.match(html, /<img[^>]*alt="En isbit"/);
    const [picture_] = await desk.rows<{ type: string; name: string }>(
      "select type, name from file where course_id = $1 and kind = 'image'",
      [courseId],
    );
    assert.deepEqual(picture_, { type: 'image/webp', name: 'Bild 1.webp' });
    const pages = titles.map((title, index): [string, string] => [index === 1 ? 'Ute på isen' : title, texts[index]!]);
    for (let press = 0; press < 2; press++) assert.equal((await save(id, pages, takes)).status, 303);
    assert.deepEqual(
      (await desk.pagesOf(courseId)).map(({ title, position }) => [title, position]),
      [
        ['Isens egenskaper', 1],
        ['Ute på isen', 2],
      ],
    );
    assert.equal(
      (await desk.rows('select from page_file where page_id in (select id from course_page where title = $1)', ['Isens egenskaper']))
        .length,
      1,
    );
  });

  it('leave out what is not chosen, and ask for a name and for at least one page', async () => {
    const before_ = (await desk.pagesOf(courseId)).length;
    const { id, titles, texts } = fieldsOf(await (await send('text.md', '# Ett\n\na\n\n# Två\n\nb')).text());
    const pages = titles.map((title, index): [string, string] => [title, texts[index]!]);
    const none = await save(id, pages, []);
    assert.equal(none.status, 422);
    assert.match(await none.text(), /Välj minst en sida att ta med\./);
    const nameless = await save(id, [['', texts[0]!], pages[1]!], ['0']);
    assert.equal(nameless.status, 422);
    const again = await nameless.text();
    assert.match(again, /href="#field-title-0">Skriv vad sidan ska heta\./);
    assert.deepEqual(fieldsOf(again).texts, texts);
    assert.equal((await save(id, pages, ['1'])).status, 303);
    assert.deepEqual(
      (await desk.pagesOf(courseId)).slice(before_).map(({ title }) => title),
      ['Två'],
    );
  });

  it('are refused in a sentence that says what to do', async () => {
    const cases: [string, Uint8Array | string, RegExp][] = [
      ['', '', /Välj en fil\./],
      ['bild.png', Buffer.from('89504e470d0a1a0a', 'hex'), /varken ett Word-dokument \(\.docx\) eller en Markdown-fil/],
      ['gammal.doc', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), /äldre format eller har ett lösenord/],
      ['trasig.docx', (await wordFile('<w:p>')).subarray(0, -40), /varken ett Word-dokument/],
      ['tom.docx', await wordFile(paragraph('')), /ingen text i filen/],
      ['fel.docx', await wordFile('<w:p><w:r></w:p>'), /Filen går inte att läsa\./],
      ['text.md', Buffer.from([0x23, 0x20, 0xe5, 0xe4]), /inte att läsa som text/],
      ['tom.md', '\n\n# Bara rubrik\n', /ingen text i filen/],
      ['lång.md', '# a\n\nb\n\n'.repeat(101), /fler än 100 rubriker/],
      ['stor.md', 'a'.repeat(1_000_001), /mer text än/],
    ];
    for (const [name, content, said] of cases) {
      const answer = await send(name, content);
      assert.equal(answer.status, 422, name);
      assert.match(await answer.text(), said, name);
    }
  });

  it('are for those who look after the course', async () => {
    const { id, texts } = fieldsOf(await (await send('text.md', '# Ett\n\na')).text());
    for (const who of ['teacher', 'neighbour', 'stranger', 'student'] as const) {
      assert.equal((await desk.get(href('importPages', at), desk.cookies[who])).status, 404, who);
      assert.equal((await send('text.md', '# Ett\n\na', { cookie: desk.cookies[who] })).status, 404, who);
      assert.equal((await save(id, [['Ett', texts[0]!]], ['0'], desk.cookies[who])).status, 404, who);
    }
  });
});
