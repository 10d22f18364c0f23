import { sql } from 'kysely';
import { answersFor, seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

type Thread = { customer_id: string; id: string; course_id: string };

/** Those who may take on a thread: the course's administrators who read its correspondence. */
export function listColleagues(tx: Tx, { customer_id, course_id }: Thread) {
  return tx
    .selectFrom('course_administrator as ca')
    .innerJoin(seenPeople('a', customer_id), 'a.id', 'ca.account_id')
    .select(['a.id', 'a.given_name', 'a.family_name'])
    .where('ca.customer_id', '=', customer_id)
    .where('ca.course_id', '=', course_id)
    .where('a.closed_at', 'is', null)
    .where(answersFor('ca.account_id', 'ca.customer_id', 'ca.course_id'))
    .orderBy('a.given_name')
    .orderBy('a.id')
    .limit(200)
    .execute();
}

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number];

/** Whoever no longer administers the course has the thread no more. */
export async function findAssigned(tx: Tx, { customer_id, id, course_id }: Thread): Promise<string | undefined> {
  const row = await tx
    .selectFrom('thread_assignment as t')
    .innerJoin('course_administrator as ca', (join) =>
      join.onRef('ca.customer_id', '=', 't.customer_id').onRef('ca.account_id', '=', 't.account_id').on('ca.course_id', '=', course_id),
    )
    .select('t.account_id')
    .where('t.customer_id', '=', customer_id)
    .where('t.correspondence_id', '=', id)
    .executeTakeFirst();
  return row?.account_id;
}

export async function putAssignment(tx: Tx, { customer_id, id }: Thread, accountId: string | undefined, at: Date): Promise<void> {
  if (!accountId) {
    await tx.deleteFrom('thread_assignment').where('customer_id', '=', customer_id).where('correspondence_id', '=', id).execute();
    return;
  }
  await tx
    .insertInto('thread_assignment')
    .values({ customer_id, correspondence_id: id, account_id: accountId, assigned_at: at })
    .onConflict((on) => on.columns(['customer_id', 'correspondence_id']).doUpdateSet({ account_id: accountId, assigned_at: at }))
    .execute();
}

/** Done, or taken up again. What the student waits for begins anew when it is taken up. */
export async function putDone(tx: Tx, { customer_id, id }: Thread, doneAt: Date | undefined): Promise<void> {
  await tx
    .updateTable('correspondence')
    .set({
      done_at: doneAt ?? null,
      ...(doneAt ? { waiting_since: null } : { waiting_since: sql`case when last_from_student then last_sent_at end` }),
    })
    .where('customer_id', '=', customer_id)
    .where('id', '=', id)
    .execute();
}
