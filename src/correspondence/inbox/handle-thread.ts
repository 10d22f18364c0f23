import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { announce } from '../../platform/live.ts';
import { inboxTopicOf } from '../side.ts';
import { lockThread, type ThreadRow } from '../thread.queries.ts';
import { listColleagues, putAssignment, putDone } from './assignment.queries.ts';

/** False when the colleague does not answer for the course. */
export async function assignThread(tx: Tx, clock: Clock, thread: ThreadRow, colleagueId: string | undefined): Promise<boolean> {
  const colleagues = await listColleagues(tx, thread);
  if (colleagueId && !colleagues.some(({ id }) => id === colleagueId)) return false;
  await putAssignment(tx, thread, colleagueId, clock.now());
  await announce(tx, inboxTopicOf(thread));
  return true;
}

/** Says that nothing more is needed, or takes the thread up again. A new message of the student takes it up by itself. */
export async function closeThread(tx: Tx, clock: Clock, thread: ThreadRow, isDone: boolean): Promise<void> {
  await lockThread(tx, thread);
  await putDone(tx, thread, isDone ? clock.now() : undefined);
  await announce(tx, inboxTopicOf(thread));
}
