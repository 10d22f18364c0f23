import { sql, type InferResult } from 'kysely';
import { ifShown, readsCorrespondence, seenPeople } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';
import { NotFound } from '../platform/visit.ts';

const threads = (tx: Tx, customerId: string, accountId: string) =>
  tx
    .selectFrom('correspondence as c')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'c.customer_id').onRef('course.id', '=', 'c.course_id'))
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'c.customer_id').onRef('e.id', '=', 'c.enrolment_id'))
    .leftJoin(seenPeople('s', customerId), 's.id', 'e.account_id')
    .select(['c.customer_id', 'c.id', 'c.course_id', 'c.last_sequence', 'c.read_by_student', 'c.read_by_administrator'])
    .select(['c.last_change', 'c.delivered_to_student', 'c.delivered_to_administrator', 'c.last_from_student', 'c.done_at'])
    .select(['course.title as course_title', 'course.slug as course_slug', 'e.account_id as student_id'])
    .select([ifShown<string>(accountId, 'given_name', 's.given_name').as('student_given_name')])
    .select([ifShown<string>(accountId, 'family_name', 's.family_name').as('student_family_name')])
    .select(sql<boolean>`coalesce(s.kind <> 'pseudonym', false)`.as('has_student'))
    .where('c.customer_id', '=', customerId);

export type ThreadRow = InferResult<ReturnType<typeof ownThread>>[number];

type Own = { accountId: string; customerId: string; course: string };

/** The student's own thread in a course they take. */
export const ownThread = (tx: Tx, { accountId, customerId, course }: Own) =>
  threads(tx, customerId, accountId).where('e.account_id', '=', accountId).where('course.slug', '=', course);
export const findOwnThread = (tx: Tx, own: Own) => ownThread(tx, own).executeTakeFirst();

/** Two first visits at the same moment make one thread. */
export async function insertOwnThread(tx: Tx, { accountId, customerId, course }: Own, at: Date): Promise<void> {
  await tx
    .insertInto('correspondence')
    .columns(['customer_id', 'enrolment_id', 'course_id', 'created_at'])
    .expression((from) =>
      from
        .selectFrom('enrolment as e')
        .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'e.customer_id').onRef('course.id', '=', 'e.course_id'))
        .select(['e.customer_id', 'e.id', 'e.course_id', sql<Date>`${at}::timestamptz`.as('created_at')])
        .where('e.customer_id', '=', customerId)
        .where('e.account_id', '=', accountId)
        .where('course.slug', '=', course),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

/** A thread that the customer lets the actor read and answer. */
export const threadToAnswer = (tx: Tx, { accountId, customerId, thread }: Theirs) =>
  threads(tx, customerId, accountId).where('c.id', '=', thread).where(readsCorrespondence(accountId));
export const findThreadToAnswer = (tx: Tx, theirs: Theirs) => threadToAnswer(tx, theirs).executeTakeFirst();
type Theirs = { accountId: string; customerId: string; thread: string };

type Key = { customer_id: string; id: string };

/** Holds the thread until the transaction ends, so that messages are counted one at a time. */
export function lockThread(tx: Tx, { customer_id, id }: Key) {
  return (
    tx
      .selectFrom('correspondence')
      .select(['read_by_student', 'read_by_administrator', 'waiting_since', 'last_change'])
      .where('customer_id', '=', customer_id)
      .where('id', '=', id)
      .forUpdate()
      // Erased while it was waited for.
      .executeTakeFirstOrThrow(() => new NotFound())
  );
}

export async function countUp(tx: Tx, { customer_id, id }: Key, sent: { at: Date; fromStudent: boolean }): Promise<number> {
  const { last_sequence } = await tx
    .updateTable('correspondence')
    .set({
      last_sequence: sql`last_sequence + 1`,
      last_sent_at: sent.at,
      last_from_student: sent.fromStudent,
      // What is done is taken up again when the student writes.
      ...(sent.fromStudent ? { waiting_since: sql`coalesce(waiting_since, ${sent.at})`, done_at: null } : { waiting_since: null }),
    })
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .returning('last_sequence')
    .executeTakeFirstOrThrow();
  return last_sequence;
}

type Mark = { read: 'read_by_student' | 'read_by_administrator'; delivered: 'delivered_to_student' | 'delivered_to_administrator' };

const moved = (tx: Tx, { customer_id, id }: Key, column: Mark[keyof Mark], values: Record<string, unknown>, upTo: number) =>
  tx.updateTable('correspondence').set(values).where('customer_id', '=', customer_id).where('id', '=', id).where(column, '<', upTo);

/** A mark never moves back, and what is read has been delivered: then nothing is given back. */
export const readUpTo = (tx: Tx, thread: Key, { read, delivered }: Mark, upTo: number) =>
  moved(tx, thread, read, { [read]: upTo, [delivered]: sql`greatest(${sql.ref(delivered)}, ${upTo}::integer)` }, upTo).returning('id');

/** The same for what has come to a page that nobody looks at. */
export const deliveredUpTo = (tx: Tx, thread: Key, { delivered }: Mark, upTo: number) =>
  moved(tx, thread, delivered, { [delivered]: upTo }, upTo).returning('id');

/** The number of the next change in the thread, whose row is held. */
export async function countChange(tx: Tx, { customer_id, id }: Key): Promise<number> {
  const { last_change } = await tx
    .updateTable('correspondence')
    .set({ last_change: sql`last_change + 1` })
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .returning('last_change')
    .executeTakeFirstOrThrow();
  return last_change;
}

/** A page that the student of the thread can read, by its place in the course or its id. */
export function findPageOf(tx: Tx, { customer_id, id }: Key, page: { position: number } | { id: string }) {
  return tx
    .selectFrom('correspondence as c')
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'c.customer_id').onRef('e.id', '=', 'c.enrolment_id'))
    .innerJoin('course_page as p', (join) => join.onRef('p.customer_id', '=', 'e.customer_id').onRef('p.version_id', '=', 'e.version_id'))
    .select(['p.id', 'p.title', 'p.position'])
    .where('c.customer_id', '=', customer_id)
    .where('c.id', '=', id)
    .where((where) => ('id' in page ? where('p.id', '=', page.id) : where('p.position', '=', page.position)))
    .executeTakeFirst();
}

/** Whether the thread waits for an answer is told by its newest message that is still there. */
export async function recountWaiting(tx: Tx, { customer_id, id }: Key): Promise<void> {
  await tx
    .updateTable('correspondence')
    .set({
      last_from_student: sql`coalesce((select m.from_student from message m
        where m.customer_id = correspondence.customer_id and m.correspondence_id = correspondence.id and m.deleted_at is null
        order by m.sequence desc limit 1), false)`,
    })
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('correspondence')
    .set({ waiting_since: null })
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .where('last_from_student', '=', false)
    .execute();
}

type Reader = { accountId: string; customerId: string; as: 'student' | 'administrator' };

/** Messages from the other side that the reader has not seen, in all of the customer's courses. */
export async function countUnread(tx: Tx, { accountId, customerId, as }: Reader): Promise<number> {
  const { unread } = await tx
    .selectFrom('correspondence as c')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'c.customer_id').onRef('course.id', '=', 'c.course_id'))
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'c.customer_id').onRef('e.id', '=', 'c.enrolment_id'))
    .innerJoin('message as m', (join) => join.onRef('m.customer_id', '=', 'c.customer_id').onRef('m.correspondence_id', '=', 'c.id'))
    .select((count) => count.fn.countAll<number>().as('unread'))
    .where('c.customer_id', '=', customerId)
    .where(as === 'student' ? sql<boolean>`e.account_id = ${accountId}` : readsCorrespondence(accountId))
    .where('m.from_student', '=', as === 'administrator')
    .whereRef('m.sequence', '>', as === 'student' ? 'c.read_by_student' : 'c.read_by_administrator')
    .where('m.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}
