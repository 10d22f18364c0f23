import { sql } from 'kysely';
import { administersCourse } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Question, Reply } from '../question.ts';

export type MarkedCourse = { id: string; slug: string; title: string; language: 'sv' | 'en' };

/** A course whose answers the actor may mark: as one of those who look after it, or as its teacher. */
export async function findCourseToMark(tx: Tx, actorId: string, customerId: string, slug: string): Promise<MarkedCourse | undefined> {
  const row = await tx
    .selectFrom('course')
    .select(['course.id', 'course.slug', 'course.title', 'course.language'])
    .where('course.customer_id', '=', customerId)
    .where('course.slug', '=', slug)
    .where(
      sql<boolean>`(${administersCourse(actorId)} or exists (select from course_teacher t
        where t.customer_id = course.customer_id and t.course_id = course.id and t.account_id = ${actorId}))`,
    )
    .executeTakeFirst();
  return row && { ...row, language: row.language === 'en' ? 'en' : 'sv' };
}

type Where = { customerId: string; courseId: string };

/** Every answer of the course that a person marks and whose result is not out, in the order they were handed in. */
const waiting = ({ customerId, courseId }: Where) => sql`
  select t.id as attempt_id, a.question_id, q.prompt, t.submitted_at, m.round, coalesce(m.second_look, false) as second_look,
    m.marker_id
  from attempt t
  join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id and e.course_id = ${courseId}
  join attempt_answer a on a.customer_id = t.customer_id and a.attempt_id = t.id
  join question q on q.customer_id = t.customer_id and q.id = a.question_id and q.kind in ('free', 'file')
  left join lateral (select m.round, m.second_look, m.marker_id from marking m
    where m.customer_id = t.customer_id and m.attempt_id = t.id and m.question_id = a.question_id
    order by m.round desc limit 1) m on true
  where t.customer_id = ${customerId} and t.submitted_at is not null and t.passed is null`;

export type QueueRow = { questionId: string; prompt: string; unmarked: number; secondLook: number; marked: number; first: string | null };

/** How much there is to mark of each question, and where to begin. A second look is for someone other than the first. */
export async function countQueue(tx: Tx, where: Where, actorId: string): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select question_id as "questionId", prompt, count(*) filter (where round is null) as unmarked,
      count(*) filter (where second_look) as "secondLook", count(*) filter (where round is not null and not second_look) as marked,
      (array_agg(attempt_id order by submitted_at, attempt_id)
        filter (where round is null or (second_look and marker_id <> ${actorId})))[1] as first
    from (${waiting(where)}) w group by question_id, prompt order by prompt`.execute(tx);
  return rows;
}

export type Neighbours = { previous: string | null; next: string | null; nextUnmarked: string | null };

/** The answers to the same question before and after this one, and the next that nobody has marked. */
export async function findNeighbours(tx: Tx, where: Where, attemptId: string, questionId: string): Promise<Neighbours> {
  const { rows } = await sql<Neighbours>`
    with w as (select attempt_id, submitted_at, round from (${waiting(where)}) all_waiting where question_id = ${questionId}),
      here as (select submitted_at, id from attempt where customer_id = ${where.customerId} and id = ${attemptId})
    select
      (select w.attempt_id from w, here where (w.submitted_at, w.attempt_id) < (here.submitted_at, here.id)
       order by w.submitted_at desc, w.attempt_id desc limit 1) as previous,
      (select w.attempt_id from w, here where (w.submitted_at, w.attempt_id) > (here.submitted_at, here.id)
       order by w.submitted_at, w.attempt_id limit 1) as next,
      (select w.attempt_id from w, here where w.round is null and w.attempt_id <> here.id
       order by (w.submitted_at, w.attempt_id) > (here.submitted_at, here.id) desc, w.submitted_at, w.attempt_id limit 1) as "nextUnmarked"
  `.execute(tx);
  return rows[0]!;
}

export type AnswerToMark = Question & {
  attemptId: string;
  enrolmentId: string;
  accountId: string;
  language: 'sv' | 'en';
  passPercent: number;
  submittedAt: Date;
  isReleased: boolean;
  reply: Reply;
};

/** One answer that a person marks, its attempt held until the transaction ends: two who mark it take turns. */
export async function holdAnswer(tx: Tx, { customerId, courseId }: Where, attemptId: string, questionId: string) {
  const { rows } = await sql<AnswerToMark>`
    select q.id, q.kind, q.prompt, q.points, q.body, t.id as "attemptId", e.id as "enrolmentId", e.account_id as "accountId",
      s.language, f.pass_percent as "passPercent", t.submitted_at as "submittedAt", t.passed is not null as "isReleased", a.response as reply
    from attempt t
    join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id and e.course_id = ${courseId}
    join account s on s.id = e.account_id
    join final_test f on f.customer_id = e.customer_id and f.version_id = e.version_id
    join attempt_answer a on a.customer_id = t.customer_id and a.attempt_id = t.id and a.question_id = ${questionId}
    join question q on q.customer_id = t.customer_id and q.id = a.question_id and q.kind in ('free', 'file')
    where t.customer_id = ${customerId} and t.id = ${attemptId} and t.submitted_at is not null
    for no key update of t`.execute(tx);
  return rows[0];
}

export type ReadyAttempt = {
  attemptId: string;
  enrolmentId: string;
  accountId: string;
  language: 'sv' | 'en';
  passPercent: number;
  submittedAt: Date;
};

/** Attempts whose every answer is marked and where nobody has asked for a second look. */
export async function listReady(tx: Tx, where: Where, most: number): Promise<ReadyAttempt[]> {
  const { rows } = await sql<ReadyAttempt>`
    select t.id as "attemptId", e.id as "enrolmentId", e.account_id as "accountId", s.language,
      f.pass_percent as "passPercent", t.submitted_at as "submittedAt"
    from attempt t
    join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id
    join account s on s.id = e.account_id
    join final_test f on f.customer_id = e.customer_id and f.version_id = e.version_id
    where t.customer_id = ${where.customerId} and t.passed is null and t.id in (
      select attempt_id from (${waiting(where)}) w group by attempt_id having bool_and(round is not null and not second_look))
    order by t.submitted_at, t.id limit ${most} for no key update of t`.execute(tx);
  return rows;
}

export type OpenReview = { attemptId: string; questionId: string; prompt: string; requestedAt: Date };

export const reviewsPerPage = 50;
export type ReviewPlace = { attemptId: string; questionId: string };

/** Those that have waited longest first, and one more than a page. A request that has been answered since keeps its place. */
export async function listOpenReviews(tx: Tx, { customerId, courseId }: Where, after: ReviewPlace | undefined): Promise<OpenReview[]> {
  const { rows } = await sql<OpenReview>`
    select r.attempt_id as "attemptId", r.question_id as "questionId", q.prompt, r.requested_at as "requestedAt"
    from review_request r
    join attempt t on t.customer_id = r.customer_id and t.id = r.attempt_id
    join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id and e.course_id = ${courseId}
    join question q on q.customer_id = r.customer_id and q.id = r.question_id
    where r.customer_id = ${customerId} and r.answered_at is null
      and coalesce((r.requested_at, r.attempt_id, r.question_id) > (select p.requested_at, p.attempt_id, p.question_id
        from review_request p where p.customer_id = ${customerId} and p.attempt_id = ${after?.attemptId ?? null}
          and p.question_id = ${after?.questionId ?? null}), true)
    order by r.requested_at, r.attempt_id, r.question_id limit ${reviewsPerPage + 1}`.execute(tx);
  return rows;
}
