import { announce } from '../platform/live.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { emptyMessage } from './message.queries.ts';
import { topicOf } from './side.ts';
import { recountWaiting, type ThreadRow } from './thread.queries.ts';

/** N-29: a student takes back what they wrote. False when it is not theirs. */
export async function deleteMessage(tx: Tx, clock: Clock, thread: ThreadRow, message: { id: string; authorId: string }): Promise<boolean> {
  const emptied = await emptyMessage(tx, thread, { ...message, at: clock.now() });
  if (!emptied) return false;
  await recountWaiting(tx, thread);
  await announce(tx, topicOf(thread));
  return true;
}
