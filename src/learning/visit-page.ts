import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { findPlace, writeResume, writeVisit, type Place, type Student } from './learning.queries.ts';

/** open: it is on the screen · next: done, and on to the next · done / undo: ticked or unticked, and stays */
export type Intent = 'open' | 'next' | 'done' | 'undo';

/** Remembers where the student is, so that any device goes on from there. */
export async function visitPage(
  tx: Tx,
  clock: Clock,
  student: Student,
  at: { courseSlug: string; position: number },
  intent: Intent,
): Promise<Place | undefined> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place) return undefined;
  const now = clock.now();
  await writeResume(tx, student, place.enrolmentId, place.pageId, now);
  await writeVisit(tx, student, place, intent === 'open' ? { at: now } : { at: now, done: intent !== 'undo' });
  return place;
}
