import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { findPlace, type Student } from '../learning.queries.ts';
import { deleteFromPage, insertBookmark, upsertNote } from './notes.queries.ts';

type At = { courseSlug: string; position: number };

/** Keeps the student's note on a page; emptied, nothing of it is left. False without access to the page. */
export async function writeNote(tx: Tx, clock: Clock, student: Student, at: At, body: string): Promise<boolean> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place || place.locked) return false;
  if (body === '') await deleteFromPage(tx, 'note', student, place);
  else await upsertNote(tx, student, place, body, clock.now());
  return true;
}

/** Marks a page to be found again, or takes the mark away; pressed twice it is one. False without access to the page. */
export async function markPage(tx: Tx, clock: Clock, student: Student, at: At, marked: boolean): Promise<boolean> {
  const place = await findPlace(tx, student, at.courseSlug, at.position);
  if (!place || place.locked) return false;
  if (marked) await insertBookmark(tx, student, place, clock.now());
  else await deleteFromPage(tx, 'bookmark', student, place);
  return true;
}
