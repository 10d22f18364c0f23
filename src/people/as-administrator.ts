import type { Purpose } from '../../data-map/index.ts';
import type { Tx } from '../platform/database.ts';
import { NotFound, actorOf, customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import { recordLook } from '../privacy/index.ts';
import { studentsInAddress, type AskedStudents } from './asked-students.ts';
import { findCourseWithStudents, type CourseWithStudents } from './course.queries.ts';
import { studentFields } from './student.ts';
import { listStudents, studentsPerPage, type StudentRow } from './students.queries.ts';

/** One transaction for whoever looks after the course of the address; for anyone else there is nothing here. */
export function asAdministrator<Result>(visit: Visit, work: (tx: Tx, course: CourseWithStudents) => Promise<Result>): Promise<Result> {
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerOf(visit).id, visit.params['course']!);
    if (!course?.administers) throw new NotFound();
    return work(tx, course);
  });
}

/** Why students are looked at, and which columns are shown beside their names. */
type Look = { purpose: Purpose; room: string; fields: readonly string[] };

/** The students of the course that are asked for, so many at a time; the look at them is recorded. */
export async function lookAtStudents(
  visit: Visit,
  tx: Tx,
  course: CourseWithStudents,
  { purpose, room, fields }: Look,
  { name, after, order, error }: AskedStudents = studentsInAddress(visit),
): Promise<{ students: StudentRow[]; next: string | undefined }> {
  const customerId = customerOf(visit).id;
  const rows = error ? [] : await listStudents(tx, { customerId, courseId: course.id, shown: course.shown, name, order, after });
  const students = rows.slice(0, studentsPerPage);
  // Where someone stands by how many pages they have done tells it.
  const isByProgress = order === 'pages-most' || order === 'pages-least';
  const told = studentFields(
    course.shown.filter((field) => field === 'given_name' || field === 'family_name' || (isByProgress && field === 'progress')),
  );
  await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId,
    purpose,
    room,
    fields: [...told, ...fields],
    subjects: students.map(({ account_id }) => account_id),
  });
  return { students, next: rows.length > students.length ? students.at(-1)?.id : undefined };
}
