import type { Tx } from '../platform/database.ts';

type Wanted = { customerId: string; courseId: string; accountId: string };

/** Where a student's final test is, as long as the course is theirs. */
export function findTestPlace(tx: Tx, { customerId, courseId, accountId }: Wanted) {
  return tx
    .selectFrom('enrolment as e')
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
    .innerJoin('customer as k', 'k.id', 'e.customer_id')
    .select(['c.title', 'c.slug as course', 'k.slug as customer'])
    .where('e.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('e.account_id', '=', accountId)
    .executeTakeFirst();
}
