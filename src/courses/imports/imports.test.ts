import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from '../authoring/testing.ts';
import { readGift } from './read-gift.ts';
import { readMoodleXml } from './read-moodle-xml.ts';

const gift = `// Ett prov om is
$CATEGORY: is

::Isen:: Hur tjock is bär dig? {=10 cm #Ja. ~2 cm#Nej. ~%50%5 cm}

Isen är hal. {TRUE#Fel.#Rätt.}

Hur tjock? {#10:0.5}

Pi ligger mellan {#3.1..3.2}.

Vad heter den? {=Kärnis =kärnis}

Para ihop. {=is -> fast =vatten -> flytande}

Berätta om isen. {}

::Lucka:: Is är {=fruset} vatten.

Välj två \\{och bara två\\}. {~%50%a ~%50%b ~%-100%c}

Bara en text.

Trasig {=ja`;

describe('GIFT', () => {
  it('becomes questions of every kind that it has, and tells what it leaves', () => {
    const { questions, leftOut } = readGift(gift);
    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ['single', 'true-false', 'number', 'number', 'short', 'match', 'free', 'blanks', 'multiple'],
    );
    assert.equal(questions[0]!.line, 4);
    assert.deepEqual(
      questions[0]!.losses.map(({ kind }) => kind),
      ['weights-to-whole'],
    );
    assert.deepEqual(questions[2]!.body, { answer: 10, tolerance: 0.5, why: '' });
    assert.deepEqual(questions[3]!.body, { answer: 3.15, tolerance: 0.05, why: '' });
    assert.equal(questions[8]!.prompt, 'Välj två {och bara två}.');
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['category', 'description', 'not-closed'],
    );
  });

  it('is read whatever it says, and every question or remark of it is accounted for', () => {
    const piece = fc.constantFrom(
      '=',
      '~',
      '{',
      '}',
      '#',
      '####',
      '->',
      '%50%',
      '%-100%',
      '\\',
      '::',
      'T',
      '[html]',
      '<b>',
      '3:0.1',
      '1..2',
      'å',
      ' ',
      '\n',
      '\n\n',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { prompt, points } of readGift(pieces.join('')).questions) {
          assert.ok(prompt.trim() !== '' && prompt.length <= 1000);
          assert.ok(points >= 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the words of a choice, whatever signs they have', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `a${text.replaceAll(/[\\\n\r]/g, '')}z`);
    const escaped = (text: string) => text.replaceAll(/([~=#{}:])/g, '\\$1');
    fc.assert(
      fc.property(word, word, word, (prompt, right, wrong) => {
        const { questions } = readGift(`${escaped(prompt)} {=${escaped(right)}~${escaped(wrong)}}`);
        assert.equal(questions[0]!.prompt, prompt);
        const { options } = questions[0]!.body as { options: { text: string }[] };
        assert.deepEqual(
          options.map(({ text }) => text),
          [right, wrong],
        );
      }),
    );
  });
});

const quiz = (inside: string) => `<?xml version="1.0"?>\n<quiz>${inside}</quiz>`;
const question = (type: string, inside: string, text = 'Fråga?') =>
  `<question type="${type}"><name><text>Namn</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`;
const answer = (text: string, fraction: string, more = '') => `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;

describe('Moodle XML', () => {
  const read = (xml: string) => {
    const found = readMoodleXml(quiz(xml));
    assert.ok(found !== 'not-xml');
    return found;
  };

  it('becomes questions of every kind that it has, and tells what it leaves', () => {
    const feedback = '<feedback format="html"><text>Därför.</text></feedback>';
    const { questions, leftOut } = read(
      [
        question(
          'multichoice',
          `<single>true</single>${answer('a', '100', feedback)}${answer('b', '0')}`,
          '<p>Vad <b>är</b> det?</p><script>x()</script>',
        ),
        question('multichoice', `<single>false</single>${answer('a', '66.67')}${answer('b', '33.33')}${answer('c', '-50')}`),
        question('truefalse', answer('true', '0') + answer('false', '100')),
        question('numerical', answer('2.5', '100', '<tolerance>0.1</tolerance>')),
        question('shortanswer', `<usecase>1</usecase>${answer('is*', '100')}`),
        question(
          'matching',
          '<subquestion><text>a</text><answer><text>1</text></answer></subquestion><subquestion><text>b</text><answer><text>2</text></answer></subquestion>',
        ),
        question('essay', ''),
        question('cloze', '', 'Isen är {1:SHORTANSWER:=hal~=glatt} och {1:MC:=kall~varm}.'),
        question('ddmarker', ''),
      ].join('\n'),
    );
    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ['single', 'multiple', 'true-false', 'number', 'short', 'match', 'free', 'blanks'],
    );
    assert.equal(questions[0]!.prompt, 'Vad är det?');
    assert.equal((questions[0]!.body as { options: { why: string }[] }).options[0]!.why, 'Därför.');
    assert.deepEqual(
      questions[1]!.losses.map(({ kind }) => kind),
      ['weights-to-parts', 'negative-weights'],
    );
    assert.deepEqual(
      questions[4]!.losses.map(({ kind }) => kind),
      ['wildcards', 'case-matters'],
    );
    assert.deepEqual(leftOut, [{ line: 10, title: 'Namn', reason: 'unknown-kind', about: 'ddmarker' }]);
  });

  it('declares no entities, and is refused when it is not whole', () => {
    assert.equal(readMoodleXml('<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>'), 'not-xml');
    assert.equal(readMoodleXml('<quiz><question type="essay">'), 'not-xml');
    assert.equal(readMoodleXml('<annat/>'), 'not-xml');
    assert.equal(read(question('essay', '', '&xxe; &lt;')).questions.length, 1);
  });
});

// Proof of N-03: questions written elsewhere come along.
describe('bringing in questions', () => {
  let desk: Desk;
  let at: { customer: string; course: string };
  let courseId: string;
  before(async () => {
    desk = await openDesk();
    ({ at, id: courseId } = await desk.create('Med frågor'));
  });
  after(() => desk.house.close());

  const send = (content: string | Uint8Array, page = '', cookie = desk.cookies.author) => {
    const body = new FormData();
    body.append('file', new File([content as BlobPart], 'fragor.txt'));
    body.append('page', page);
    return desk.house.app.request(href('previewQuestions', at), {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body,
    }) as Promise<Response>;
  };
  const kept = () =>
    desk.rows<{ kind: string; page_id: string | null }>(
      'select q.kind, q.page_id from question q join course_version v on v.id = q.version_id where v.course_id = $1',
      [courseId],
    );

  it('shows question by question what it becomes, and saves it once', async () => {
    const page = await desk.addPage(at, 'Isen');
    const shown = await send(gift, page);
    assert.equal(shown.status, 200);
    const html = await shown.text();
    assert.match(html, /Rad 4 · Ett rätt svar/);
    assert.match(html, /Svar som gav en del av poängen ger inga poäng/);
    assert.match(html, /Svaren börjar med \{ men slutar inte med \}/);
    assert.deepEqual(await kept(), [], 'nothing is saved yet');
    const id = /name="id" value="([^"]+)"/.exec(html)![1]!;
    const saved = { id, page, source: gift };
    for (const fields of [saved, saved]) assert.equal((await desk.post(href('saveImportedQuestions', at), fields)).status, 303);
    const rows = await kept();
    assert.equal(rows.length, 9);
    assert.deepEqual(
      rows.filter(({ page_id }) => page_id === null).map(({ kind }) => kind),
      ['free'],
    );
  });

  it('refuses a file that it cannot read, in a sentence', async () => {
    for (const [content, says] of [
      ['<quiz><question', /inte hel Moodle XML/],
      [new Uint8Array([0xff, 0xfe, 0xfa]), /går inte att läsa som text/],
      ['x'.repeat(1_000_001), /Filen är för stor/],
      ['Bara text.', /ingen fråga i filen/],
    ] as const) {
      const answer = await send(content);
      assert.match(await answer.text(), says);
      assert.equal(answer.status, content === 'Bara text.' ? 200 : 422);
    }
  });

  it('is for those who look after the course', async () => {
    for (const cookie of [desk.cookies.neighbour, desk.cookies.teacher, desk.cookies.stranger, desk.cookies.student])
      assert.equal((await send(gift, '', cookie)).status, 404);
  });
});
