import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { href } from '../routes.ts';
import { addPerson, signedIn } from '../../tests/support/world.ts';
import { openExam, pdf, png, rightValues, type Exam } from './testing.ts';

// Proof of N-07: every kind of question in one test, by plain forms.

describe('a test of every kind', () => {
  let exam: Exam;
  before(async () => void (exam = await openExam()));
  after(() => exam.house.close());

  const begin = async () => {
    const student = await exam.newStudent();
    assert.equal((await exam.post(href('startAttempt', exam.at), {}, student.cookie)).status, 303);
    return { ...student, questions: await exam.asked(student.enrolmentId), at: { ...exam.at, number: 1 } };
  };
  type Begun = Awaited<ReturnType<typeof begin>>;
  const idOf = ({ questions }: Begun, kind: string) => questions.find((question) => question.kind === kind)!.id;

  it('draws from the pool, shows the same after a reload, and another draw to another student', async () => {
    const first = await begin();
    assert.equal(first.questions.length, 8);
    assert.equal(first.questions.filter(({ kind }) => kind === 'true-false').length, 2);
    const page = await exam.text(href('attempt', first.at), first.cookie);
    assert.equal(await exam.text(href('attempt', first.at), first.cookie), page);
    const orders = new Set<string>();
    for (let count = 0; count < 6; count++) orders.add((await begin()).questions.map(({ prompt }) => prompt).join());
    assert.ok(orders.size > 1);
    await assert.rejects(
      exam.rows('update attempt set question_ids = $1 where enrolment_id = $2', [[first.questions[0]!.id], first.enrolmentId]),
      /never drawn again/,
    );
  });

  it('gives nothing of the key away in the page', async () => {
    const student = await begin();
    const page = await exam.text(href('attempt', student.at), student.cookie);
    for (const word of ['"correct"', 'Räkna\\.', 'Ett bra svar nämner', '\\[\\[']) assert.doesNotMatch(page, new RegExp(word));
    const [, left, right] = /value="([0-9a-f]{8}):([0-9a-f]{8})"/.exec(page)!;
    assert.notEqual(left, right);
  });

  it('is handed in by one form with a file, waits for a person, and counts parts', async () => {
    const student = await begin();
    const fields = [...rightValues(student.questions), ['confirmed', 'yes']] as [string, string | Blob][];
    fields.push([`q-${idOf(student, 'file')}`, new Blob([pdf])]);
    const handed = await exam.upload(href('submitAttempt', student.at), fields, student.cookie);
    assert.equal(handed.headers.get('location'), href('attemptResult', student.at));
    const [attempt] = await exam.rows('select passed, points, marking_rules, submitted_at from attempt where enrolment_id = $1', [
      student.enrolmentId,
    ]);
    assert.deepEqual([attempt!['passed'], attempt!['points'], attempt!['marking_rules']], [null, null, 1]);
    const [sum] = await exam.rows(
      'select sum(a.points)::int as points from attempt_answer a join attempt t on t.id = a.attempt_id where t.enrolment_id = $1',
      [student.enrolmentId],
    );
    assert.equal(sum!['points'], 12, 'all that a rule marks: 1 + 1 + 4 + 2 + 3 + 1');
    const result = await exam.text(href('attemptResult', student.at), student.cookie);
    assert.match(result, /Provet är inlämnat/);
    assert.match(result, /Bedöms av en person/);
    assert.doesNotMatch(result, /Godkänt|Rätt svar:/);
    assert.match(await exam.text(href('finalTest', exam.at), student.cookie), /Ditt prov rättas\./);
    assert.equal((await exam.post(href('startAttempt', exam.at), {}, student.cookie)).headers.get('location'), href('finalTest', exam.at));
  });

  it('gives points for right parts', async () => {
    const student = await begin();
    await exam.post(
      href('submitAttempt', student.at),
      [
        [`q-${idOf(student, 'blanks')}`, 'ett'],
        [`q-${idOf(student, 'blanks')}`, ''],
        ['confirmed', 'yes'],
      ],
      student.cookie,
    );
    const [attempt] = await exam.rows('select points, max_points, passed from attempt where enrolment_id = $1', [student.enrolmentId]);
    assert.deepEqual(attempt, { points: 2, max_points: 17, passed: false }, 'half of four points; nothing waits for a person');
  });

  it('keeps a file by what it is and not by its name, without its name, and only the student gets it back', async () => {
    const student = await begin();
    const question = idOf(student, 'file');
    const at = { ...student.at, question };
    const send = (content: Uint8Array<ArrayBuffer>) =>
      exam.upload(href('saveAttemptFile', at), [[`q-${question}`, new Blob([content])]], student.cookie);
    assert.equal((await send(Buffer.from('<script>alert(1)</script>'))).status, 422);
    assert.equal((await send(Buffer.alloc(0))).status, 422);
    assert.equal((await send(Buffer.concat([pdf, Buffer.alloc(2 * 1024 * 1024)]))).status, 422);
    assert.equal(
      (await exam.rows('select from handed_file f join attempt t on t.id = f.attempt_id where t.enrolment_id = $1', [student.enrolmentId]))
        .length,
      0,
    );
    for (const content of [pdf, pdf, png]) assert.equal((await send(content)).status, 200);
    const kept = await exam.rows('select f.* from handed_file f join attempt t on t.id = f.attempt_id where t.enrolment_id = $1', [
      student.enrolmentId,
    ]);
    assert.deepEqual(
      kept.map((row) => [row['type'], Number(row['bytes'])]),
      [['png', png.length]],
    );
    assert.doesNotMatch(JSON.stringify(kept), /min fil/);
    const back = await exam.get(href('handedFile', at), student.cookie);
    assert.deepEqual(Buffer.from(await back.arrayBuffer()), png);
    assert.match(back.headers.get('content-disposition') ?? '', /^attachment/);
    const other = await begin();
    assert.equal((await exam.get(href('handedFile', at), other.cookie)).status, 404);
    assert.equal(
      (await exam.get(href('markedFile', { ...exam.at, attempt: String(kept[0]!['attempt_id']), question }), other.cookie)).status,
      404,
    );
    const free = { ...student.at, question: idOf(student, 'free') };
    assert.equal((await exam.upload(href('saveAttemptFile', free), [['x', new Blob([pdf])]], student.cookie)).status, 404);
  });

  it('without script a wrong file is told at its field and the rest is saved', async () => {
    const student = await begin();
    const fields: [string, string | Blob][] = [...rightValues(student.questions), [`q-${idOf(student, 'file')}`, new Blob(['hej'])]];
    const answer = await exam.upload(href('submitAttempt', student.at), fields, student.cookie);
    const html = await answer.text();
    assert.equal(answer.status, 422);
    assert.match(html, new RegExp(`href="#field-q-${idOf(student, 'file')}">Filen är av ett annat slag`));
    assert.match(html, /Så här är det\.<\/textarea>/);
    assert.match(html, /7 av 8 frågor besvarade\./);
  });

  it('two rows in the same place is told, and a personal number is warned of', async () => {
    const student = await begin();
    const order = student.questions.find(({ kind }) => kind === 'order')!;
    const [one, two] = (order.body as { items: { id: string }[] }).items;
    const answer = await exam.post(
      href('submitAttempt', student.at),
      [
        [`q-${order.id}`, `${one!.id}:1`],
        [`q-${order.id}`, `${two!.id}:1`],
      ],
      student.cookie,
    );
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /Två rader har samma plats/);
    const number = ['19121212', '1212'].join('-');
    await exam.post(
      href('submitAttempt', student.at),
      { intent: 'save', [`q-${idOf(student, 'free')}`]: `Mitt nummer är ${number}.` },
      student.cookie,
    );
    assert.match(await exam.text(href('attempt', student.at), student.cookie), /Det här ser ut som ett personnummer/);
  });

  it('the rules say what is drawn, how it is marked and when answers are shown', async () => {
    const student = await exam.newStudent();
    const html = await exam.text(href('finalTest', exam.at), student.cookie);
    assert.match(html, /8 frågor, alla på samma sida\./);
    assert.match(html, /minst 11 av 17 poäng/);
    assert.match(html, /En person bedömer en del av svaren, utan att se ditt namn\./);
    assert.match(html, /De rätta svaren visas när du är godkänd eller har använt alla dina försök\./);
  });

  it('the image of a question comes to whoever sits the course, and to nobody else', async () => {
    const student = await exam.newStudent();
    const html = await exam.text(href('coursePage', { ...exam.at, position: 1 }), student.cookie);
    const [, image = ''] = /<image href="([^"]+)"/.exec(html) ?? [];
    const asked = async (cookie: string) => (await exam.get(image, cookie)).status;
    assert.equal(await asked(student.cookie), 200);
    assert.equal(await asked(''), 404);
    const stranger = await signedIn(exam.house, await addPerson(exam.house, 'Främling'));
    assert.equal(await asked(stranger), 404);
  });

  it('on a page each kind answers at once, and says how many parts are right', async () => {
    const student = await exam.newStudent();
    const page = href('coursePage', { ...exam.at, position: 1 });
    const questions = await exam.rows<{ id: string; kind: string; body: { items: { id: string }[] } }>(
      'select id, kind, body from question where version_id = $1 and page_id is not null',
      [exam.course.versionId],
    );
    const of = (kind: string) => questions.find((question) => question.kind === kind)!;
    const answer = (kind: string, values: string[]) =>
      exam.post(
        href('answerQuestion', { ...exam.at, question: of(kind).id }),
        values.map((value): [string, string] => ['answer', value]),
        student.cookie,
      );
    assert.equal((await answer('blanks', ['ett', ''])).status, 303);
    assert.equal(
      (
        await answer(
          'order',
          of('order').body.items.map(({ id }, index) => `${id}:${index + 1}`),
        )
      ).status,
      303,
    );
    assert.equal((await answer('hotspot', ['r2'])).status, 303);
    const html = await exam.text(page, student.cookie);
    assert.match(html, /1 av 2 delar är rätt\./);
    assert.match(html, /value="ett"/);
    assert.match(html, /aria-label="En bild med två fält"/);
    // The drawing is kept for all, the words are not: another student with other words meets the same state.
    const other = await exam.newStudent();
    await exam.post(
      href('answerQuestion', { ...exam.at, question: of('blanks').id }),
      [
        ['answer', '1'],
        ['answer', ''],
      ],
      other.cookie,
    );
    const others = await exam.text(page, other.cookie);
    assert.match(others, /1 av 2 delar är rätt\./);
    assert.match(others, /value="1"/);
    assert.doesNotMatch(others, /value="ett"/);
  });
});
