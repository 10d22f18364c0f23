import type { Tx } from '../platform/database.ts';

type NewReplyAddress = { customerId: string; accountId: string; thread: string; at: Date; expiresAt: Date };

/** One address a person and thread: each reminder lets it hold for longer. */
export async function keepReplyAddress(tx: Tx, { customerId, accountId, thread, at, expiresAt }: NewReplyAddress): Promise<string> {
  const { id } = await tx
    .insertInto('reply_address')
    .values({ customer_id: customerId, correspondence_id: thread, account_id: accountId, created_at: at, expires_at: expiresAt })
    .onConflict((on) => on.columns(['customer_id', 'correspondence_id', 'account_id']).doUpdateSet({ expires_at: expiresAt }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whose address it is, and which thread and side it leads to; undefined when it holds no longer. */
export function findReplyAddress(tx: Tx, id: string, now: Date) {
  return tx
    .selectFrom('reply_address as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .innerJoin('correspondence as c', (join) => join.onRef('c.customer_id', '=', 'r.customer_id').onRef('c.id', '=', 'r.correspondence_id'))
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'c.customer_id').onRef('e.id', '=', 'c.enrolment_id'))
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'c.customer_id').onRef('course.id', '=', 'c.course_id'))
    .innerJoin('customer', 'customer.id', 'c.customer_id')
    .select(['r.customer_id', 'r.account_id', 'r.correspondence_id', 'a.email', 'e.account_id as student_id', 'course.slug as course'])
    .where('r.id', '=', id)
    .where('r.expires_at', '>', now)
    .where('a.closed_at', 'is', null)
    .where('customer.ended_at', 'is', null)
    .executeTakeFirst();
}

export type ReplyAddressRow = NonNullable<Awaited<ReturnType<typeof findReplyAddress>>>;
