import { scopeOf, type Visit } from '../platform/visit.ts';
import { listMessages, listRemoved } from './message.queries.ts';
import { seen } from './read-thread.ts';
import { otherSide, readColumn, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { lookerOf, messageUpdate, type MessageUpdate } from './view-message.tsx';

/** What a stream has told so far. */
export type Told = { last: number; read: number; removed: ReadonlySet<number> };
export type News = { thread: ThreadRow; updates: MessageUpdate[]; removed: number[]; told: Told; more: boolean };

const atATime = 100;

/** What has happened in the thread since; undefined when it is no longer there for this side. */
export function readNews(visit: Visit, side: Side, told: Told): Promise<News | undefined> {
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.find(tx);
    if (!thread) return undefined;
    const looker = lookerOf(visit, side, thread);
    const rows = await listMessages(tx, thread, told.last, told.last + atATime);
    const updates = rows.flatMap((row, index) => (row.sequence > told.last ? [messageUpdate(row, looker, rows[index - 1])] : []));
    const allRemoved = await listRemoved(tx, thread);
    const last = updates.at(-1)?.sequence ?? told.last;
    return {
      thread,
      updates,
      removed: allRemoved.filter((sequence) => !told.removed.has(sequence)),
      told: { last, read: thread[readColumn[otherSide[side.name]]], removed: new Set(allRemoved) },
      more: last < thread.last_sequence && updates.length > 0,
    };
  });
}

/** Marks what has just been sent: only after the sending, so that nothing counts as seen that never left. */
export async function markSent(visit: Visit, side: Side, { thread, updates }: News): Promise<void> {
  const [first, last] = [updates[0]?.sequence, updates.at(-1)?.sequence];
  if (first === undefined || last === undefined) return;
  await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    await seen(tx, side, thread, await listMessages(tx, thread, first, last));
  });
}
