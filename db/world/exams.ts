import { readFile } from 'node:fs/promises';
import { mark, type Question } from '../../src/assessment/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { evacuationPlan } from './courses/utrymning-pa-jobbet.ts';

type Place = { customerId: string; courseId: string; versionId: string };

export async function addEvacuationPlan(tx: Tx, house: House, { customerId, courseId }: Place): Promise<void> {
  const content = await readFile(new URL('./images/utrymningsplan.png', import.meta.url));
  const row = { customer_id: customerId, course_id: courseId, id: evacuationPlan.file, name: 'utrymningsplan.png', type: 'image/png' };
  await tx
    .insertInto('file')
    .values({ ...row, bytes: content.length, sha256: Buffer.from(await crypto.subtle.digest('SHA-256', content)) })
    .execute();
  await house.files.write(`${customerId}/${evacuationPlan.file}`, content);
}

const essays = [
  'När larmet går varnar vi dem som sitter närmast och går ut genom korridoren. Vi samlas vid flaggstången och räknar in alla.',
  'Vi går ut genom trapphuset. Den som är brandombud tar med sig listan.',
  'Larmet ringer, vi går ut och väntar på parkeringen tills någon säger att vi får gå in igen.',
  'Jag vet inte riktigt, men jag skulle följa efter de andra ut.',
];

/** Some who have handed in the test with free text: two wait to be marked, and one has more time. */
export async function addExams(tx: Tx, place: Place, enrolments: readonly string[], now: Date): Promise<void> {
  const scope = { customer_id: place.customerId };
  const questions = (await tx
    .selectFrom('question')
    .select(['id', 'kind', 'prompt', 'points', 'body'])
    .where('version_id', '=', place.versionId)
    .where('page_id', 'is', null)
    .orderBy('position')
    .execute()) as unknown as Question[];
  const free = questions.find(({ kind }) => kind === 'free')!;
  const truths = questions.filter(({ kind }) => kind === 'true-false');
  for (const [index, enrolmentId] of enrolments.slice(0, essays.length).entries()) {
    const at = addDays(now, -1 - index);
    const { id } = await tx
      .insertInto('attempt')
      .values({
        ...scope,
        enrolment_id: enrolmentId,
        number: 1,
        started_at: at,
        submitted_at: at,
        marking_rules: 1,
        question_ids: questions.map((one) => one.id),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const answers = truths.map((question, order) => ({ question, reply: { value: (index + order) % 3 !== 0 } }));
    await tx
      .insertInto('attempt_answer')
      .values([
        ...answers.map(({ question, reply }) => ({
          ...scope,
          attempt_id: id,
          question_id: question.id,
          response: JSON.stringify(reply),
          correct: mark(question, reply).correct,
          points: mark(question, reply).points,
          saved_at: at,
        })),
        { ...scope, attempt_id: id, question_id: free.id, response: JSON.stringify({ text: essays[index] }), saved_at: at },
      ])
      .execute();
  }
  const [first] = enrolments.slice(essays.length);
  if (first)
    await tx
      .insertInto('extra_time')
      .values({ ...scope, enrolment_id: first, minutes: 15 })
      .execute();
}
