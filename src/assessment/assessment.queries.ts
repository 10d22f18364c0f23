import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { AnswersShown, Attempt } from './attempt.ts';
import type { Question, Reply } from './question.ts';

export type Student = { accountId: string; customerId: string };

export type FinalTest = {
  enrolmentId: string;
  versionId: string;
  courseTitle: string;
  courseLanguage: 'sv' | 'en';
  /** Whether the person still has access to the course. */
  accessible: boolean;
  passPercent: number;
  maxAttempts: number;
  timeLimitMinutes: number | null;
  waitHours: number | null;
  answersShown: AnswersShown;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
  /** From when the test is taken anew because the certificate expires; null when it does not. */
  renewalFrom: Date | null;
  /** More time that this student has been given; 0 for most. */
  extraMinutes: number;
  questionCount: number;
  /** The fewest and the most points an attempt can be worth: they differ when a pool holds questions of different weight. */
  leastPoints: number;
  maxPoints: number;
  /** Whether a person marks some of it. */
  markedByHand: boolean;
  pagesLeft: number;
  /** The course opens its pages in order, and they come before the test. */
  pagesFirst: boolean;
};

/** The final test of a course, found through the student's enrolment. */
export async function findFinalTest(tx: Tx, student: Student, courseSlug: string): Promise<FinalTest | undefined> {
  const { rows } = await selectFinalTest(student, courseSlug).execute(tx);
  return rows[0];
}

/** The same, the enrolment's row held until the transaction ends: one student's acts take turns. */
export async function holdFinalTest(tx: Tx, student: Student, courseSlug: string): Promise<FinalTest | undefined> {
  const { rows } = await sql<FinalTest>`${selectFinalTest(student, courseSlug)} for no key update of e`.execute(tx);
  return rows[0];
}

function selectFinalTest(student: Student, courseSlug: string) {
  return sql<FinalTest>`
    select e.id as "enrolmentId", e.version_id as "versionId", c.title as "courseTitle", c.language as "courseLanguage",
      (e.ends_at is null or e.ends_at > app.now()) as accessible,
      f.pass_percent as "passPercent", f.max_attempts as "maxAttempts", f.time_limit_minutes as "timeLimitMinutes",
      f.wait_hours as "waitHours", f.answers_shown as "answersShown", f.shuffle_questions as "shuffleQuestions",
      f.shuffle_options as "shuffleOptions", o.opens_at as "opensAt", o.closes_at as "closesAt",
      coalesce((select x.minutes from extra_time x where x.customer_id = e.customer_id and x.enrolment_id = e.id), 0) as "extraMinutes",
      (select i.expires_at - interval '1 month' from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id
         and i.revoked_at is null and i.replaced_by is null) as "renewalFrom",
      q.count as "questionCount", q.least as "leastPoints", q.most as "maxPoints", q.by_hand as "markedByHand",
      (select count(*) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id and not exists
        (select from page_visit v where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
           and v.completed_at is not null)) as "pagesLeft",
      app.open_until(e, c.page_order) is not null as "pagesFirst"
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join final_test f on f.customer_id = e.customer_id and f.version_id = e.version_id
    left join test_opening o on o.customer_id = e.customer_id and o.course_id = e.course_id
    cross join lateral (
      select sum(n)::int as count, sum(least)::int as least, sum(most)::int as most, bool_or(by_hand) as by_hand from (
        select least(count(*), coalesce(p.draw, count(*))) as n,
          case when p.id is null then sum(b.points) else least(count(*), p.draw) * min(b.points) end as least,
          case when p.id is null then sum(b.points) else least(count(*), p.draw) * max(b.points) end as most,
          bool_or(b.kind in ('free', 'file')) as by_hand
        from question b left join question_pool p on p.customer_id = b.customer_id and p.id = b.pool_id
        where b.customer_id = e.customer_id and b.version_id = e.version_id and b.page_id is null
        group by p.id, p.draw) pools) q
    where e.customer_id = ${student.customerId} and e.account_id = ${student.accountId} and c.slug = ${courseSlug} and q.count > 0`;
}

const attemptColumns = [
  'id',
  'number',
  'started_at as startedAt',
  'deadline_at as deadlineAt',
  'submitted_at as submittedAt',
  'points',
  'max_points as maxPoints',
  'passed',
  'seed',
  'question_ids as questionIds',
] as const;

export async function listAttempts(tx: Tx, customerId: string, enrolmentId: string): Promise<Attempt[]> {
  return tx
    .selectFrom('attempt')
    .select(attemptColumns)
    .where('customer_id', '=', customerId)
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number')
    .execute();
}

/** One attempt, its row held until the transaction ends: two tabs that hand in take turns. */
export async function findAttempt(tx: Tx, customerId: string, enrolmentId: string, number: number): Promise<Attempt | undefined> {
  return tx
    .selectFrom('attempt')
    .select(attemptColumns)
    .where('customer_id', '=', customerId)
    .where('enrolment_id', '=', enrolmentId)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertAttempt(
  tx: Tx,
  row: Pick<Attempt, 'number' | 'startedAt' | 'deadlineAt' | 'seed' | 'questionIds'> & { customerId: string; enrolmentId: string },
): Promise<void> {
  await tx
    .insertInto('attempt')
    .values({
      customer_id: row.customerId,
      enrolment_id: row.enrolmentId,
      number: row.number,
      started_at: row.startedAt,
      deadline_at: row.deadlineAt,
      seed: row.seed,
      question_ids: row.questionIds,
    })
    .execute();
}

/** The questions of an attempt, as they were drawn when it began. */
export async function listAttemptQuestions(tx: Tx, customerId: string, attemptId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.id, q.kind, q.prompt, q.points, q.body
    from attempt t cross join unnest(t.question_ids) with ordinality as drawn(id, place)
    join question q on q.customer_id = t.customer_id and q.id = drawn.id
    where t.customer_id = ${customerId} and t.id = ${attemptId} order by drawn.place`.execute(tx);
  return rows;
}

export type Bank = { questions: { id: string; poolId: string | null }[]; pools: { id: string; draw: number }[] };

/** All questions of the final test and the pools they lie in. */
export async function readBank(tx: Tx, customerId: string, versionId: string): Promise<Bank> {
  const questions = await tx
    .selectFrom('question')
    .select(['id', 'pool_id as poolId'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('page_id', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const pools = await tx
    .selectFrom('question_pool')
    .select(['id', 'draw'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('id')
    .execute();
  return { questions, pools };
}

export type SavedReply = { questionId: string; reply: Reply; savedAt: Date; correct: boolean | null; points: number | null };

export async function listReplies(tx: Tx, customerId: string, attemptId: string): Promise<SavedReply[]> {
  const rows = await tx
    .selectFrom('attempt_answer')
    .select(['question_id as questionId', 'response as reply', 'saved_at as savedAt', 'correct', 'points'])
    .where('customer_id', '=', customerId)
    .where('attempt_id', '=', attemptId)
    .execute();
  return rows as unknown as SavedReply[];
}

type Place = { customerId: string; attemptId: string };

export async function upsertReplies(
  tx: Tx,
  { customerId, attemptId }: Place,
  replies: { questionId: string; reply: Reply }[],
  savedAt: Date,
): Promise<void> {
  if (replies.length === 0) return;
  await tx
    .insertInto('attempt_answer')
    .values(
      replies.map(({ questionId, reply }) => ({
        customer_id: customerId,
        attempt_id: attemptId,
        question_id: questionId,
        response: JSON.stringify(reply),
        saved_at: savedAt,
      })),
    )
    .onConflict((on) =>
      on.columns(['customer_id', 'attempt_id', 'question_id']).doUpdateSet((eb) => ({
        response: eb.ref('excluded.response'),
        saved_at: eb.ref('excluded.saved_at'),
      })),
    )
    .execute();
}

export async function deleteReplies(tx: Tx, { customerId, attemptId }: Place, questionIds: string[]): Promise<void> {
  if (questionIds.length === 0) return;
  await tx
    .deleteFrom('attempt_answer')
    .where('customer_id', '=', customerId)
    .where('attempt_id', '=', attemptId)
    .where('question_id', 'in', questionIds)
    .execute();
}

export type MarkedReply = { questionId: string; correct: boolean; points: number };

export async function updateMarks(tx: Tx, { customerId, attemptId }: Place, marks: MarkedReply[]): Promise<void> {
  await sql`
    update attempt_answer a set correct = m.correct, points = m.points
    from json_to_recordset(${JSON.stringify(marks)}::json) as m("questionId" uuid, correct boolean, points integer)
    where a.customer_id = ${customerId} and a.attempt_id = ${attemptId} and a.question_id = m."questionId"`.execute(tx);
}

export async function closeAttempt(
  tx: Tx,
  { customerId, attemptId }: Place,
  { submittedAt, markingRules }: { submittedAt: Date; markingRules: number },
): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ submitted_at: submittedAt, marking_rules: markingRules })
    .where('customer_id', '=', customerId)
    .where('id', '=', attemptId)
    .where('submitted_at', 'is', null)
    .execute();
}

export type PageToReread = { position: number; title: string };

/** The pages where the latest answer to one of the page's own questions was wrong. */
export async function listPagesToReread(tx: Tx, customerId: string, enrolmentId: string): Promise<PageToReread[]> {
  const { rows } = await sql<PageToReread>`
    select distinct p.position, p.title
    from (select distinct on (question_id) question_id, correct from answer
          where customer_id = ${customerId} and enrolment_id = ${enrolmentId}
          order by question_id, answered_at desc, id desc) latest
    join question q on q.customer_id = ${customerId} and q.id = latest.question_id
    join course_page p on p.customer_id = ${customerId} and p.id = q.page_id
    where not latest.correct order by p.position`.execute(tx);
  return rows;
}
