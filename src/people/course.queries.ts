import type { Tx } from '../platform/database.ts';
import { administersCourse } from './administers-course.queries.ts';
import type { Field } from './visibility.ts';
import { shownToStaff } from './visibility.queries.ts';

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

export type CourseWithStudents = AdministeredCourse & { administers: boolean; shown: Field[] };

/** A course of which the customer lets the actor see something of the students; for anyone else there is none (E-02). */
export async function findCourseWithStudents(
  tx: Tx,
  actorId: string,
  customerId: string,
  slug: string,
): Promise<CourseWithStudents | undefined> {
  const course = await tx
    .selectFrom('course')
    .select(['course.id', 'course.slug', 'course.title'])
    .select([administersCourse(actorId).as('administers'), shownToStaff(actorId).as('shown')])
    .where('course.customer_id', '=', customerId)
    .where('course.slug', '=', slug)
    .executeTakeFirst();
  return course && course.shown.length > 0 ? course : undefined;
}

/** Whether the enrolment is one of the course's: what is said of a student from outside is checked by this. */
export async function isInCourse(tx: Tx, customerId: string, of: { courseId: string; enrolmentId: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('course_id', '=', of.courseId)
    .where('id', '=', of.enrolmentId)
    .executeTakeFirst();
  return row !== undefined;
}
