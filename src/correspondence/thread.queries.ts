import { sql, type RawBuilder } from 'kysely';
import { readsCorrespondence } from '../people/index.ts';
import { Call, type Tx } from '../platform/database.ts';
import { NotFound } from '../platform/visit.ts';

export type ThreadRow = {
  customer_id: string;
  id: string;
  course_id: string;
  last_sequence: number;
  read_by_student: number;
  read_by_administrator: number;
  delivered_to_student: number;
  delivered_to_administrator: number;
  last_change: number;
  last_from_student: boolean;
  done_at: Date | null;
  course_title: string;
  course_slug: string;
  student_id: string;
  /** What the customer lets the one who asks see; a student needs no name of their own here. */
  student_given_name: string | null;
  student_family_name: string | null;
  has_student: boolean;
};

type Own = { accountId: string; customerId: string; course: string };
type Theirs = { accountId: string; customerId: string; thread: string };

/** A thread as one of its sides reaches it, to be read from. */
export type ThreadSource = RawBuilder<ThreadRow>;

/** The student's own thread in a course they take. */
export const ownThread = ({ accountId, customerId, course }: Own): ThreadSource =>
  sql<ThreadRow>`app.own_thread(${customerId}, ${accountId}, ${course})`;

/** A thread that the customer lets the actor read and answer. */
export const threadToAnswer = ({ accountId, customerId, thread }: Theirs): ThreadSource =>
  sql<ThreadRow>`app.thread_to_answer(${customerId}, ${accountId}, ${thread})`;

export async function findThread(tx: Tx, source: ThreadSource): Promise<ThreadRow | undefined> {
  return (await sql<ThreadRow>`select * from ${source}`.execute(tx)).rows[0];
}

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

type Key = { customer_id: string; id: string };

/** Holds the thread until the transaction ends, so that its messages and changes are counted one at a time. */
export function lockThread(tx: Tx, { customer_id, id }: Key) {
  return (
    tx
      .selectFrom('correspondence')
      .select('last_change')
      .where('customer_id', '=', customer_id)
      .where('id', '=', id)
      .forUpdate()
      // Erased while it was waited for.
      .executeTakeFirstOrThrow(() => new NotFound())
  );
}

type Seen = { accountId: string; byStudent: boolean; upTo: number; isRead: boolean };

/** Marks how far a side has read, or its pages have got, and tells the other side when that is new. */
export const seeing = (thread: Key & { course_id: string }, { accountId, byStudent, upTo, isRead }: Seen): Call =>
  new Call('app.see_thread', [thread.customer_id, thread.id, thread.course_id, accountId, byStudent, upTo, isRead]);

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
