import type { Tx } from '../../platform/database.ts';

export type OwnCourse = { course: string; customer: string; customerId: string };
export type OwnRole = { role: string; customer: string; customerId: string };

const most = 200;

/** The person's courses, and the customer that is the controller of each. */
export function listOwnCourses(tx: Tx, accountId: string): Promise<OwnCourse[]> {
  return tx
    .selectFrom('enrolment as e')
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
    .innerJoin('customer as k', 'k.id', 'e.customer_id')
    .select(['c.title as course', 'k.name as customer', 'k.id as customerId'])
    .where('e.account_id', '=', accountId)
    .orderBy('k.name')
    .orderBy('c.title')
    .limit(most)
    .execute();
}

export function listOwnRoles(tx: Tx, accountId: string): Promise<OwnRole[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('customer as k', 'k.id', 'm.customer_id')
    .select(['m.role', 'k.name as customer', 'k.id as customerId'])
    .where('m.account_id', '=', accountId)
    .where('m.role', '<>', 'student')
    .orderBy('k.name')
    .limit(most)
    .execute();
}

/** Whether this version of a text has been shown to the person before. */
export async function wasServed(tx: Tx, accountId: string, about: string, version: number): Promise<boolean> {
  const found = await tx
    .selectFrom('ledger')
    .select('id')
    .where('account_id', '=', accountId)
    .where('event', '=', 'notice')
    .where('about', '=', about)
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
