import { findCourseWithStudents, studentFields, type CourseWithStudents } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { NotFound, actorOf, customerOf, scopeOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import type { Course } from './follow-up.queries.ts';

export const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

type Seen = { subjects: string[]; fields?: string[] };

/** Reads of a course what the customer lets the reader see, and records the look before the answer leaves. */
export function look<Found extends Seen>(visit: Visit, read: (tx: Tx, course: CourseWithStudents) => Promise<Found>) {
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerId, visit.params['course']!);
    if (!course) throw new NotFound();
    const found = await read(tx, course);
    const fields = [...studentFields(course.shown), ...(found.fields ?? [])];
    const who = { actorId: actorOf(visit).accountId, customerId, purpose: 'deliver-course' as const, room: 'people' };
    await recordLook(tx, visit.house.clock, { ...who, fields, subjects: found.subjects });
    return { ...found, course };
  });
}

export const within = (visit: Visit, { id, shown }: CourseWithStudents): Course => ({
  customerId: customerOf(visit).id,
  courseId: id,
  shown,
});
