import { scopeOf, type Visit } from '../platform/visit.ts';
import { changesAfter, messagesBetween, type MessageRow } from './message.queries.ts';
import { marking } from './read-thread.ts';
import { marksOf, otherSide, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { changedUpdate, lookerOf, messageUpdate, type MessageUpdate } from './view-message.tsx';

/** What a stream has told so far: the newest message, the newest change, and how far the other side has got. */
export type Told = { last: number; change: number; read: number; delivered: number };
export type News = { thread: ThreadRow; rows: MessageRow[]; updates: MessageUpdate[]; changed: MessageUpdate[]; told: Told; more: boolean };

const atATime = 100;

/**
 * What has happened in the thread since; undefined when it is no longer there for this side, and then what was read with it in the one
 * round trip is let go unseen.
 */
export async function readNews(visit: Visit, side: Side, known: ThreadRow, told: Told): Promise<News | undefined> {
  const [threads, messages, changes] = await visit.house.database.atOnce(scopeOf(visit, 'correspond'), [
    side.finding,
    messagesBetween(known, told.last, told.last + atATime),
    changesAfter(known, told.change, atATime),
  ]);
  const [thread] = threads as ThreadRow[];
  if (!thread) return undefined;
  const [rows, changedRows] = [messages as MessageRow[], changes as MessageRow[]];
  const looker = lookerOf(visit, side, thread);
  const updates = rows.flatMap((row, index) => (row.sequence > told.last ? [messageUpdate(row, looker, rows[index - 1])] : []));
  const last = updates.at(-1)?.sequence ?? told.last;
  const marks = marksOf[otherSide[side.name]];
  return {
    thread,
    rows: rows.filter(({ sequence }) => sequence > told.last),
    updates,
    changed: changedRows.map((row) => changedUpdate(row, looker)),
    told: { last, change: changedRows.at(-1)?.change ?? told.change, read: thread[marks.read], delivered: thread[marks.delivered] },
    more: (last < thread.last_sequence && updates.length > 0) || changedRows.length === atATime,
  };
}

/** Marks what has just been sent: only after the sending, so that nothing counts as seen that never left. */
export async function markSent(visit: Visit, side: Side, { thread, rows }: News, isLookedAt: boolean): Promise<void> {
  const { database } = visit.house;
  const mark = marking(database.build, side, thread, rows, isLookedAt);
  if (!mark) return;
  await database.atOnce(scopeOf(visit, 'correspond'), mark);
}
