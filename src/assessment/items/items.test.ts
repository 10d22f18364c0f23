import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { smallCourse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openExam, type Exam } from '../testing.ts';
import { verdictOf } from './pages/items-page.tsx';

// Proof of N-07: figures about the questions, for nobody in particular.

describe('figures about the questions', () => {
  let exam: Exam;
  const page = () => href('itemStatistics', exam.at);
  before(async () => {
    const questions = [1, 2, 3].map((number) => ({ kind: 'true-false' as const, prompt: `Fråga ${number}`, answer: true, why: 'Ja.' }));
    exam = await openExam({ ...smallCourse, finalTest: { ...smallCourse.finalTest, questions } });
  });
  after(() => exam.house.close());

  /** Someone who answers these questions rightly, and the rest wrongly. */
  const take = async (right: number[]) => {
    const student = await exam.newStudent();
    await exam.post(href('startAttempt', exam.at), {}, student.cookie);
    const asked = await exam.asked(student.enrolmentId);
    const fields = asked.map(({ id }, index): [string, string] => [`q-${id}`, String(right.includes(index + 1))]);
    await exam.post(href('submitAttempt', { ...exam.at, number: 1 }), fields, student.cookie);
  };

  it('are not shown about few, and only to those who look after the course', async () => {
    for (const right of [[1, 2], [1, 2], [1], [1]]) await take(right);
    assert.match(await exam.text(page(), exam.cookies.admin), /Siffrorna visas när minst 5 försök är klara\./);
    const student = await exam.newStudent();
    assert.equal((await exam.get(page(), student.cookie)).status, 404);
  });

  it('say how hard a question is and how well it tells people apart, in a picture and a table', async () => {
    for (const right of [[1, 2], [1]]) await take(right);
    const html = await exam.text(page(), exam.cookies.admin);
    assert.match(html, /<svg[^>]*role="img"/);
    const rows = [...html.matchAll(/<th scope="row"[^>]*>(\d\. Fråga \d)<\/th>(.*?)<\/tr>/gs)].map(([, name, cells]) => [
      name,
      ...[...cells!.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell),
    ]);
    assert.deepEqual(
      rows.map(([name, answered, difficulty]) => [name, answered, difficulty]),
      [
        ['1. Fråga 1', '6', '100\u00a0%'],
        ['2. Fråga 2', '6', '50\u00a0%'],
        ['3. Fråga 3', '6', '0\u00a0%'],
      ],
    );
  });

  it('stand with the hardest first when a heading asks for it', async () => {
    const placesIn = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>(\d)\. Fråga/g)].map(([, place]) => place);
    const usual = await exam.text(page(), exam.cookies.admin);
    assert.deepEqual(placesIn(usual), ['1', '2', '3']);
    const [, address] = /<a href="(\?ordning=hardest)">/.exec(usual)!;
    const hardest = await exam.text(`${page()}${address}`, exam.cookies.admin);
    assert.deepEqual(placesIn(hardest), ['3', '2', '1']);
    assert.equal(hardest.match(/aria-sort="ascending"/g)?.length, 1);
    assert.deepEqual(placesIn(await exam.text(`${page()}?ordning=nonsens`, exam.cookies.admin)), ['1', '2', '3']);
  });

  it('go on through a new version as long as the words of the question are the same', async () => {
    await exam.post(href('beginDraft', exam.at), {}, exam.cookies.admin);
    const [draft] = await exam.rows<{ id: string }>('select id from course_version where published_at is null');
    const [last] = await exam.rows<{ id: string; revision: number }>(
      "select id, revision from question where version_id = $1 and prompt = 'Fråga 3'",
      [draft!.id],
    );
    const changed = { prompt: 'Fråga 3, ny', answer: 'true', why: 'Ja.', points: '1', revision: String(last!.revision) };
    await exam.post(href('saveDraftQuestion', { ...exam.at, question: last!.id }), changed, exam.cookies.admin);
    await exam.post(href('publishDraft', exam.at), { version: draft!.id }, exam.cookies.admin);
    const html = await exam.text(page(), exam.cookies.admin);
    assert.match(html, /2\. Fråga 2.*?50\u00a0%/s);
    assert.match(html, /3\. Fråga 3, ny.*?färre än 5/s);
  });

  it('are put in words', () => {
    const verdict = (difficulty: number | null, discrimination: number | null) => verdictOf({ difficulty, discrimination });
    assert.deepEqual(
      [
        verdict(null, null),
        verdict(0.5, 0.4),
        verdict(0.99, 0.1),
        verdict(0.1, 0.1),
        verdict(0.5, 0.1),
        verdict(0.5, -0.2),
        verdict(0.5, null),
      ],
      ['unknown', 'good', 'easy', 'hard', 'weak', 'check', 'good'],
    );
  });
});
