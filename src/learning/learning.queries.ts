import { sql } from 'kysely';
import type { Question, Reply } from '../assessment/index.ts';
import type { Tx } from '../platform/database.ts';
import type { OutlinePage } from './progress.ts';

export type Student = { accountId: string; customerId: string };

export type Place = {
  enrolmentId: string;
  versionId: string;
  pageId: string;
  next: { pageId: string; position: number } | null;
  hasTest: boolean;
};

/** A page of a course the student has access to. */
export async function findPlace(tx: Tx, student: Student, courseSlug: string, position: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select e.id as "enrolmentId", e.version_id as "versionId", p.id as "pageId",
      (select json_build_object('pageId', n.id, 'position', n.position) from course_page n
        where n.customer_id = p.customer_id and n.version_id = p.version_id and n.position > p.position
        order by n.position limit 1) as next,
      exists (select from final_test f where f.customer_id = e.customer_id and f.version_id = e.version_id) as "hasTest"
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    where ${accessOf(student)} and c.slug = ${courseSlug} and p.position = ${position}`.execute(tx);
  return rows[0];
}

const accessOf = ({ accountId, customerId }: Student) => sql`
  e.customer_id = ${customerId} and e.account_id = ${accountId} and (e.ends_at is null or e.ends_at > app.now())`;

export type Step = { at: Date; done?: boolean };

/** Writes that the student is on this page, and whether it is done when that is said. */
export async function writeVisit(
  tx: Tx,
  student: Student,
  place: { enrolmentId: string; pageId: string },
  { at, done }: Step,
): Promise<void> {
  const completed = done === undefined ? sql`page_visit.completed_at` : done ? sql`coalesce(page_visit.completed_at, ${at})` : sql`null`;
  await sql`
    insert into page_visit (customer_id, enrolment_id, page_id, first_at, last_at, completed_at)
    values (${student.customerId}, ${place.enrolmentId}, ${place.pageId}, ${at}, ${at}, ${done ? at : null})
    on conflict (customer_id, enrolment_id, page_id) do update set last_at = excluded.last_at, completed_at = ${completed}`.execute(tx);
}

export async function writeResume(tx: Tx, student: Student, enrolmentId: string, pageId: string, at: Date): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ resume_page_id: pageId, last_active_at: at })
    .where('customer_id', '=', student.customerId)
    .where('account_id', '=', student.accountId)
    .where('id', '=', enrolmentId)
    .execute();
}

/** The page to go on from: the one last open, else the first; undefined without access. */
export async function findResumePosition(tx: Tx, student: Student, courseSlug: string): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`
    select p.position from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    where ${accessOf(student)} and c.slug = ${courseSlug}
    order by p.id is not distinct from e.resume_page_id desc, p.position limit 1`.execute(tx);
  return rows[0]?.position;
}

export async function listCustomersOf(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.selectFrom('enrolment').select('customer_id').distinct().where('account_id', '=', accountId).execute();
  return rows.map((row) => row.customer_id);
}

export type MyCourse = {
  customer: string;
  customerName: string;
  course: string;
  title: string;
  language: 'sv' | 'en';
  startedAt: Date;
  lastActiveAt: Date | null;
  completed: boolean;
  /** When access ended, for a course the person can no longer open. */
  endedAt: Date | null;
  hasCertificate: boolean;
  hasTest: boolean;
  testOpen: boolean;
  resumePosition: number | null;
  pages: OutlinePage[];
};

/** The student's courses with the customer in scope. */
export async function listMyCourses(tx: Tx, student: Student): Promise<MyCourse[]> {
  const { rows } = await sql<MyCourse>`
    select k.slug as customer, k.name as "customerName", c.slug as course, c.title, c.language,
      e.created_at as "startedAt", e.last_active_at as "lastActiveAt", e.completed_at is not null as completed,
      case when e.ends_at <= app.now() then e.ends_at end as "endedAt",
      exists (select from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id) as "hasCertificate",
      exists (select from final_test f where f.customer_id = e.customer_id and f.version_id = e.version_id) as "hasTest",
      exists (select from attempt t where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null) as "testOpen",
      r.position as "resumePosition",
      (select coalesce(json_agg(json_build_object('position', p.position, 'title', p.title, 'minutes', p.minutes,
          'done', v.completed_at is not null) order by p.position), '[]')
       from course_page p
       left join page_visit v on v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
       where p.customer_id = e.customer_id and p.version_id = e.version_id) as pages
    from enrolment e
    join customer k on k.id = e.customer_id
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    left join course_page r on r.customer_id = e.customer_id and r.id = e.resume_page_id
    where e.customer_id = ${student.customerId} and e.account_id = ${student.accountId} and (k.ended_at is null or k.ended_at > app.now())`.execute(
    tx,
  );
  return rows;
}

export type AskedQuestion = { enrolmentId: string; language: 'sv' | 'en'; pagePosition: number; order: number; question: Question };

/** A question that stands on a page. Those of the final test are not answered here. */
export async function findPageQuestion(
  tx: Tx,
  student: Student,
  courseSlug: string,
  questionId: string,
): Promise<AskedQuestion | undefined> {
  const { rows } = await sql<AskedQuestion>`
    select e.id as "enrolmentId", c.language, p.position as "pagePosition", q.position as "order",
      json_build_object('id', q.id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points, 'body', q.body) as question
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join question q on q.customer_id = e.customer_id and q.version_id = e.version_id
    join course_page p on p.customer_id = q.customer_id and p.id = q.page_id
    where ${accessOf(student)} and c.slug = ${courseSlug} and q.id = ${questionId}`.execute(tx);
  return rows[0];
}

export type NewAnswer = { enrolmentId: string; questionId: string; clientId: string; reply: Reply; correct: boolean; at: Date };

/** The same client id is the same row, however often it is sent. */
export async function insertAnswer(tx: Tx, student: Student, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('answer')
    .values({
      customer_id: student.customerId,
      enrolment_id: answer.enrolmentId,
      question_id: answer.questionId,
      client_id: answer.clientId,
      response: JSON.stringify(answer.reply),
      correct: answer.correct,
      answered_at: answer.at,
    })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id', 'client_id']).doNothing())
    .execute();
}

/** Whether the page has such a writing box: its HTML is our own, and no text of it can look like one. */
export async function hasBox(tx: Tx, student: Student, pageId: string, box: string): Promise<boolean> {
  const page = await tx
    .selectFrom('course_page')
    .select('id')
    .where('customer_id', '=', student.customerId)
    .where('id', '=', pageId)
    .where(sql<boolean>`position(${`<div data-reflection="${box}">`} in html) > 0`)
    .executeTakeFirst();
  return page !== undefined;
}

type ReflectionAt = { enrolmentId: string; pageId: string; box: string };

export async function upsertReflection(tx: Tx, student: Student, said: ReflectionAt & { body: string; at: Date }): Promise<void> {
  const { enrolmentId, pageId, box, body, at } = said;
  await tx
    .insertInto('reflection')
    .values({ customer_id: student.customerId, enrolment_id: enrolmentId, page_id: pageId, box, body, saved_at: at })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id', 'page_id', 'box']).doUpdateSet({ body, saved_at: at }))
    .execute();
}

export async function deleteReflection(tx: Tx, student: Student, { enrolmentId, pageId, box }: ReflectionAt): Promise<void> {
  await tx
    .deleteFrom('reflection')
    .where('customer_id', '=', student.customerId)
    .where('enrolment_id', '=', enrolmentId)
    .where('page_id', '=', pageId)
    .where('box', '=', box)
    .execute();
}
