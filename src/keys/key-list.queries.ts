import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type Place = { customerId: string; courseId: string };

/**
 * What is known of these addresses in one course of one customer. Whoever has an account but is not in the course looks like
 * anyone else: only the customer's own people are told of.
 */
export async function listKnownAddresses(tx: Tx, { customerId, courseId }: Place, emails: string[]) {
  const keys = await tx
    .selectFrom('course_key as k')
    .innerJoin('key_batch as b', (join) => join.onRef('b.customer_id', '=', 'k.customer_id').onRef('b.id', '=', 'k.batch_id'))
    .select(['k.id', 'k.bound_email as email'])
    .where('k.customer_id', '=', customerId)
    .where('b.course_id', '=', courseId)
    .where('k.bound_email', 'in', emails)
    .where('k.redeemed_at', 'is', null)
    .where('k.blocked_at', 'is', null)
    .where('k.expires_at', '>', sql<Date>`app.now()`)
    .execute();
  const students = await tx
    .selectFrom('enrolment as e')
    .innerJoin('account as a', 'a.id', 'e.account_id')
    .select(['a.id', 'a.email'])
    .where('e.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('a.email', 'in', emails)
    .where(sql<boolean>`(e.ends_at is null or e.ends_at > app.now())`)
    .execute();
  return { keys, students };
}
