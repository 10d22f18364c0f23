import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export const coursesPerPage = 50;

export function listCustomerCourses(tx: Tx, customerId: string, after: string | undefined) {
  return tx
    .selectFrom('course')
    .select(['id', 'slug', 'title', 'language', 'minutes'])
    .where('customer_id', '=', customerId)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(coursesPerPage + 1)
    .execute();
}

export async function courseIdsOf(tx: Tx, customerId: string, slugs: string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const rows = await tx.selectFrom('course').select('id').where('customer_id', '=', customerId).where('slug', 'in', slugs).execute();
  return rows.map(({ id }) => id);
}

/** Whether someone is a student of the customer already, and so has chosen to be one. */
export async function isStudent(tx: Tx, customerId: string, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select('m.account_id')
    .where('m.customer_id', '=', customerId)
    .where('m.account_id', '=', accountId)
    .where('m.role', '=', 'student')
    .where('a.closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends an enrolment now; one that has ended keeps its day. Undefined when the customer has none such. */
export function endEnrolment(tx: Tx, customerId: string, id: string) {
  return tx
    .updateTable('enrolment')
    .set({ ends_at: sql<Date>`least(ends_at, app.now())` })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .returning(['id', 'ends_at'])
    .executeTakeFirst();
}
