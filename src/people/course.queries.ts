import type { Tx } from '../platform/database.ts';
import { administersCourse } from './administers-course.queries.ts';

export type AdministeredCourse = { id: string; slug: string; title: string };

/** A course of the customer, for those who look after it; for anyone else there is none. */
export function findAdministeredCourse(tx: Tx, actorId: string, customerId: string, slug: string): Promise<AdministeredCourse | undefined> {
  return tx
    .selectFrom('course')
    .select(['course.id', 'course.slug', 'course.title'])
    .where('course.customer_id', '=', customerId)
    .where('course.slug', '=', slug)
    .where(administersCourse(actorId))
    .executeTakeFirst();
}
