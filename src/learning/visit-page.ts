import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { findPlace, writeReadingPlace, writeResume, writeVisit, type Place, type ReadingPlace, type Student } from './learning.queries.ts';

/** open: it is on the screen · next: done, and on to the next · done / undo: ticked or unticked, and stays */
export type Intent = 'open' | 'next' | 'done' | 'undo';

/** Remembers where the student is, so that any device goes on from there. */
export async function visitPage(
  tx: Tx,
  clock: Clock,
  student: Student,
  at: { courseSlug: string; position: number },
  intent: Intent,
): Promise<(Place & { refused?: 'locked' | 'unanswered' }) | undefined> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place) return undefined;
  if (place.locked) return { ...place, refused: 'locked' };
  if ((intent === 'next' || intent === 'done') && place.unanswered > 0) return { ...place, refused: 'unanswered' };
  const now = clock.now();
  const { enrolmentId, pageId } = place;
  const resumeAt = intent === 'next' && place.next ? place.next.pageId : pageId;
  await writeResume(tx, student, enrolmentId, resumeAt, now);
  await writeVisit(tx, student, { enrolmentId, pageId }, intent === 'open' ? { at: now } : { at: now, done: intent !== 'undo' });
  if (resumeAt !== pageId) await writeVisit(tx, student, { enrolmentId, pageId: resumeAt }, { at: now });
  return place;
}

/** Remembers where on the page the student left. False without access to it, or before its time. */
export async function keepReadingPlace(
  tx: Tx,
  clock: Clock,
  student: Student,
  at: { courseSlug: string; position: number },
  left: ReadingPlace,
): Promise<boolean> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place || place.locked) return false;
  await writeReadingPlace(tx, student, { ...place, at: clock.now() }, left);
  return true;
}
