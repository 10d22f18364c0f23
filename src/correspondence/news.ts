import { scopeOf, type Visit } from '../platform/visit.ts';
import { listChanged, listMessages } from './message.queries.ts';
import { delivered, seen } from './read-thread.ts';
import { marksOf, otherSide, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { changedUpdate, lookerOf, messageUpdate, type MessageUpdate } from './view-message.tsx';

/** What a stream has told so far: the newest message, the newest change, and how far the other side has got. */
export type Told = { last: number; change: number; read: number; delivered: number };
export type News = { thread: ThreadRow; updates: MessageUpdate[]; changed: MessageUpdate[]; told: Told; more: boolean };

const atATime = 100;

/** What has happened in the thread since; undefined when it is no longer there for this side. */
export function readNews(visit: Visit, side: Side, told: Told): Promise<News | undefined> {
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.find(tx);
    if (!thread) return undefined;
    const looker = lookerOf(visit, side, thread);
    const rows = await listMessages(tx, thread, told.last, told.last + atATime);
    const updates = rows.flatMap((row, index) => (row.sequence > told.last ? [messageUpdate(row, looker, rows[index - 1])] : []));
    const changedRows = thread.last_change > told.change ? await listChanged(tx, thread, told.change, atATime) : [];
    const last = updates.at(-1)?.sequence ?? told.last;
    const marks = marksOf[otherSide[side.name]];
    return {
      thread,
      updates,
      changed: changedRows.map((row) => changedUpdate(row, looker)),
      told: { last, change: changedRows.at(-1)?.change ?? told.change, read: thread[marks.read], delivered: thread[marks.delivered] },
      more: (last < thread.last_sequence && updates.length > 0) || changedRows.length === atATime,
    };
  });
}

/** Marks what has just been sent: only after the sending, so that nothing counts as seen that never left. */
export async function markSent(visit: Visit, side: Side, { thread, updates }: News, isLookedAt: boolean): Promise<void> {
  const [first, last] = [updates[0]?.sequence, updates.at(-1)?.sequence];
  if (first === undefined || last === undefined) return;
  await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const messages = await listMessages(tx, thread, first, last);
    await (isLookedAt ? seen : delivered)(tx, side, thread, messages);
  });
}
