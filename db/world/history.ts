import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import { issueCertificate } from '../../src/certificates/index.ts';
import type { Dice } from './dice.ts';

type Place = { customerId: string; courseId: string; versionId: string };
type Student = { accountId: string; since: Date };

/** How far each student came: pages visited, questions answered, attempts made. */
export async function addHistory(
  tx: Tx,
  dice: Dice,
  place: Place,
  students: Student[],
  now: Date,
  takesTest = true,
): Promise<Map<string, string>> {
  const customer = { customer_id: place.customerId };
  const pages = await tx
    .selectFrom('course_page')
    .select(['id', 'position'])
    .where('version_id', '=', place.versionId)
    .orderBy('position')
    .execute();
  const questions = await tx.selectFrom('question').select(['id', 'page_id', 'points']).where('version_id', '=', place.versionId).execute();
  const asked = questions.filter((question) => question.page_id === null);
  const enrolments = new Map<string, string>();
  for (const { accountId, since } of students) {
    const id = randomUUID();
    enrolments.set(accountId, id);
    const reached = dice.share() < 0.12 ? 0 : Math.min(pages.length, 1 + dice.below(pages.length + 3));
    const done = takesTest && reached === pages.length && dice.share() < 0.85;
    const dayOf = (step: number) => new Date(Math.min(now.getTime() - 3_600_000, addDays(since, step * (0.4 + dice.share())).getTime()));
    const last = dayOf(reached);
    await tx
      .insertInto('enrolment')
      .values({
        ...customer,
        id,
        course_id: place.courseId,
        version_id: place.versionId,
        account_id: accountId,
        source: 'key',
        created_at: since,
        resume_page_id: pages[Math.max(0, reached - 1)]!.id,
        last_active_at: last,
        completed_at: done ? last : null,
      })
      .execute();
    if (reached > 0) {
      await tx
        .insertInto('page_visit')
        .values(
          pages.slice(0, reached).map((page, index) => ({
            ...customer,
            enrolment_id: id,
            page_id: page.id,
            first_at: dayOf(index),
            last_at: last,
            completed_at: index < reached - 1 || done ? last : null,
          })),
        )
        .execute();
    }
    const seen = new Set(pages.slice(0, reached).map((page) => page.id));
    const answered = questions.filter((question) => question.page_id !== null && seen.has(question.page_id));
    if (answered.length > 0) {
      await tx
        .insertInto('answer')
        .values(
          answered.map((question) => ({
            ...customer,
            enrolment_id: id,
            question_id: question.id,
            client_id: randomUUID(),
            response: '{}',
            correct: dice.share() < 0.78,
            answered_at: last,
          })),
        )
        .execute();
    }
    if (done) await addAttempts(tx, dice, { customerId: place.customerId, enrolmentId: id, at: last }, asked);
  }
  return enrolments;
}

type Taken = { customerId: string; enrolmentId: string; at: Date };

/** Those who know more are right more often; whoever fails passes the next time. */
async function addAttempts(tx: Tx, dice: Dice, taken: Taken, asked: { id: string; points: number }[]): Promise<void> {
  const ability = dice.share();
  const most = asked.reduce((sum, { points }) => sum + points, 0);
  for (let number = 1; number < 3; number++) {
    const marks = asked.map(({ points }) => (dice.share() < (number === 2 ? 1 : 0.3 + ability * 0.7) ? points : 0));
    const points = marks.reduce((sum, one) => sum + one, 0);
    const passed = points >= most * 0.8;
    await addAttempt(tx, { ...taken, number }, asked, marks, { points, max_points: most, passed });
    if (passed) return issueCertificate(tx, { customerId: taken.customerId, enrolmentId: taken.enrolmentId, at: taken.at });
  }
}

async function addAttempt(
  tx: Tx,
  { customerId, enrolmentId, at, number }: Taken & { number: number },
  asked: { id: string; points: number }[],
  marks: number[],
  result: { points: number; max_points: number; passed: boolean },
): Promise<void> {
  const row = { customer_id: customerId, enrolment_id: enrolmentId, number, started_at: at, submitted_at: at, marking_rules: 1 };
  const { id } = await tx
    .insertInto('attempt')
    .values({ ...row, ...result, question_ids: asked.map((question) => question.id) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('attempt_answer')
    .values(
      asked.map((question, index) => ({
        customer_id: customerId,
        attempt_id: id,
        question_id: question.id,
        response: '{}',
        correct: marks[index]! > 0,
        points: marks[index]!,
        saved_at: at,
      })),
    )
    .execute();
}
