import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { deleteReflection, findPlace, hasBox, upsertReflection, type Student } from './learning.queries.ts';

type At = { courseSlug: string; position: number; box: string };

/** Keeps a student's own words; emptied, nothing of them is left. False when the page has no such box for this student. */
export async function writeReflection(tx: Tx, clock: Clock, student: Student, at: At, body: string): Promise<boolean> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place || place.locked || !(await hasBox(tx, student, place.pageId, at.box))) return false;
  const { enrolmentId, pageId } = place;
  const row = { enrolmentId, pageId, box: at.box };
  if (body === '') await deleteReflection(tx, student, row);
  else await upsertReflection(tx, student, { ...row, body, at: clock.now() });
  return true;
}
