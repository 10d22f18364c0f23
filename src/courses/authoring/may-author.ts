import type { Tx } from '../../platform/database.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { findCourseToRun, type CourseToRun } from './course.queries.ts';

/** Those who write courses: a customer's administrators and course administrators. Teachers do not. */
export const isAuthor = ({ actor }: Visit): boolean =>
  actor?.roles.some((role) => role === 'customer_admin' || role === 'course_admin') ?? false;

/** One transaction for a customer's author; for anyone else there is nothing here. */
export function asAuthor<Result>(visit: Visit, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (!isAuthor(visit)) throw new NotFound();
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), work);
}

/** The same, with the course of the address, which the author looks after. */
export function withCourse<Result>(visit: Visit, work: (tx: Tx, course: CourseToRun) => Promise<Result>): Promise<Result> {
  return asAuthor(visit, async (tx) => {
    const course = await findCourseToRun(tx, actorOf(visit).accountId, customerOf(visit).id, visit.params['course']!);
    if (!course) throw new NotFound();
    return work(tx, course);
  });
}
