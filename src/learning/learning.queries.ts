import { sql } from 'kysely';
import type { Question, Reply } from '../assessment/index.ts';
import type { Tx } from '../platform/database.ts';

export type Student = { accountId: string; customerId: string };

export type Place = {
  enrolmentId: string;
  versionId: string;
  pageId: string;
  next: { pageId: string; position: number } | null;
  hasTest: boolean;
  /** Pages before it are not done yet, in a course whose pages open in order. */
  locked: boolean;
  /** Questions to answer right before it counts as done. */
  unanswered: number;
};

/** A page of a course the student has access to, open to them or not. */
export async function findPlace(tx: Tx, student: Student, courseSlug: string, position: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select e.id as "enrolmentId", e.version_id as "versionId", p.id as "pageId",
      (select json_build_object('pageId', n.id, 'position', n.position) from course_page n
        where n.customer_id = p.customer_id and n.version_id = p.version_id and n.position > p.position
        order by n.position limit 1) as next,
      exists (select from final_test f where f.customer_id = e.customer_id and f.version_id = e.version_id) as "hasTest",
      app.page_is_locked(e, c.page_order, p.id, p.position) as locked, app.unanswered_on(e, c.page_order, p.id) as unanswered
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

/** The page to go on from: the one last open, else the first that is open to them; undefined without access. */
export async function findResume(
  tx: Tx,
  student: Student,
  courseSlug: string,
): Promise<{ position: number; hasPlace: boolean } | undefined> {
  const { rows } = await sql<{ position: number; hasPlace: boolean }>`
    select p.position, coalesce(v.place_permille > 0, false) as "hasPlace" from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    left join page_visit v on v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
    where ${accessOf(student)} and c.slug = ${courseSlug}
      and not app.page_is_locked(e, c.page_order, p.id, p.position)
    order by p.id is not distinct from e.resume_page_id desc, p.position limit 1`.execute(tx);
  return rows[0];
}

export type ReadingPlace = { permille: number; player?: number | undefined; second?: number | undefined };

/** Where on the page the student left. A film that was not touched this time stays where it was. */
export async function writeReadingPlace(
  tx: Tx,
  student: Student,
  { enrolmentId, pageId, at }: { enrolmentId: string; pageId: string; at: Date },
  { permille, player, second }: ReadingPlace,
): Promise<void> {
  const row = { place_permille: permille, ...(player && second !== undefined ? { player, player_second: second } : {}) };
  await tx
    .insertInto('page_visit')
    .values({ customer_id: student.customerId, enrolment_id: enrolmentId, page_id: pageId, first_at: at, last_at: at, ...row })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id', 'page_id']).doUpdateSet(row))
    .execute();
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
    where ${accessOf(student)} and c.slug = ${courseSlug} and q.id = ${questionId}
      and not app.page_is_locked(e, c.page_order, p.id, p.position)`.execute(tx);
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
