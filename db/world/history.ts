import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Question } from '../../src/assessment/index.ts';
import { newCertificateNumber } from '../../src/certificates/certificate-number.ts';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { DB } from '../types.ts';
import type { Dice } from './dice.ts';
import { insertMany } from './insert-many.ts';
import { replyTo } from './replies.ts';

type Place = { customerId: string; courseId: string; versionId: string };
export type Student = { accountId: string; since: Date };
export type Enrolled = Student & { enrolmentId: string };
type Asked = Question & { page_id: string | null };
type Rows = { [Table in 'enrolment' | 'page_visit' | 'answer' | 'attempt' | 'attempt_answer' | 'certificate']: Insertable<DB[Table]>[] };
type Course = Place & { pages: { id: string }[]; questions: Asked[]; test: Asked[] };

/** How far each student came: pages visited, questions answered, attempts made, certificates given. */
export async function addHistory(tx: Tx, dice: Dice, place: Place, students: Student[], now: Date, takesTest = true): Promise<Enrolled[]> {
  const course = await readCourse(tx, place);
  const rows: Rows = { enrolment: [], page_visit: [], answer: [], attempt: [], attempt_answer: [], certificate: [] };
  const enrolled = students.map((student) => ({ ...student, enrolmentId: randomUUID() }));
  for (const student of enrolled) addStudent(rows, dice, course, student, now, takesTest);
  for (const table of Object.keys(rows) as (keyof Rows)[]) await insertMany(tx, table, rows[table]);
  return enrolled;
}

async function readCourse(tx: Tx, place: Place): Promise<Course> {
  const pages = await tx.selectFrom('course_page').select('id').where('version_id', '=', place.versionId).orderBy('position').execute();
  const questions = (await tx
    .selectFrom('question')
    .select(['id', 'kind', 'prompt', 'points', 'body', 'page_id'])
    .where('version_id', '=', place.versionId)
    .orderBy('position')
    .execute()) as unknown as Asked[];
  return { ...place, pages, questions, test: questions.filter((question) => question.page_id === null) };
}

function addStudent(rows: Rows, dice: Dice, course: Course, student: Enrolled, now: Date, takesTest: boolean): void {
  const { pages } = course;
  const customer = { customer_id: course.customerId };
  const reached = dice.share() < 0.08 ? 0 : Math.min(pages.length, 1 + dice.below(pages.length + 5));
  const done = takesTest && reached === pages.length && dice.share() < 0.85;
  const times = stepsFrom(student.since, reached, dice, now);
  const last = times.at(-1)!;
  rows.enrolment.push({
    ...customer,
    id: student.enrolmentId,
    course_id: course.courseId,
    version_id: course.versionId,
    account_id: student.accountId,
    source: 'key',
    created_at: student.since,
    resume_page_id: pages[Math.max(0, reached - 1)]!.id,
    last_active_at: last,
    completed_at: done ? last : null,
  });
  for (const [index, page] of pages.slice(0, reached).entries()) {
    const at = times[index]!;
    const completed_at = index < reached - 1 || done ? times[index + 1]! : null;
    rows.page_visit.push({
      ...customer,
      enrolment_id: student.enrolmentId,
      page_id: page.id,
      first_at: at,
      last_at: completed_at ?? at,
      completed_at,
    });
    for (const question of course.questions)
      if (question.page_id === page.id) addAnswers(rows, dice, course.customerId, student, question, at);
  }
  if (done) addAttempts(rows, dice, course, student.enrolmentId, last);
}

/** One time a page and one for what comes after the last, each later than the one before, and none after now. */
function stepsFrom(since: Date, count: number, dice: Dice, now: Date): Date[] {
  const times = [since];
  for (let step = 0; step < count; step++) times.push(addDays(times[step]!, 0.02 + dice.share() * dice.share() * 6));
  const latest = now.getTime() - 3_600_000;
  return times.map((time) => new Date(Math.min(latest, time.getTime())));
}

/** Most are right at once; whoever is wrong tries again, and is told why. */
function addAnswers(rows: Rows, dice: Dice, customerId: string, { enrolmentId }: Enrolled, question: Asked, at: Date): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    const { response, correct } = replyTo(question, dice.share() < 0.62 + attempt * 0.15, dice);
    rows.answer.push({
      customer_id: customerId,
      enrolment_id: enrolmentId,
      question_id: question.id,
      client_id: randomUUID(),
      response,
      correct,
      answered_at: new Date(at.getTime() + (attempt + 1) * 40_000),
    });
    if (correct || dice.share() < 0.1) return;
  }
}

/** Those who know more are right more often; whoever fails passes the next time. */
function addAttempts(rows: Rows, dice: Dice, course: Course, enrolmentId: string, at: Date): void {
  const ability = dice.share();
  const most = course.test.reduce((sum, { points }) => sum + points, 0);
  const scope = { customer_id: course.customerId };
  for (let number = 1; number < 3; number++) {
    const id = randomUUID();
    const replies = course.test.map((question) => replyTo(question, dice.share() < (number === 2 ? 1 : 0.3 + ability * 0.7), dice));
    const points = replies.reduce((sum, reply) => sum + reply.points, 0);
    const passed = points >= most * 0.8;
    const times = {
      started_at: new Date(at.getTime() - (15 - number * 5) * 60_000),
      submitted_at: new Date(at.getTime() - (2 - number) * 360_000),
    };
    const question_ids = course.test.map((question) => question.id);
    rows.attempt.push({
      ...scope,
      id,
      enrolment_id: enrolmentId,
      number,
      ...times,
      marking_rules: 1,
      points,
      max_points: most,
      passed,
      question_ids,
    });
    for (const [index, question] of course.test.entries())
      rows.attempt_answer.push({ ...scope, attempt_id: id, question_id: question.id, ...replies[index]!, saved_at: times.submitted_at });
    if (!passed) continue;
    rows.certificate.push({
      ...scope,
      enrolment_id: enrolmentId,
      number: newCertificateNumber(),
      issued_at: times.submitted_at,
      expires_at: addMonths(times.submitted_at, 12),
    });
    return;
  }
}
