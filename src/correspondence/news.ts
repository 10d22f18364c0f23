import { Call, type InScope } from '../platform/database.ts';
import { gather, oneFor } from '../platform/gather.ts';
import type { House } from '../platform/house.ts';
import { scopeOf, type Visit } from '../platform/visit.ts';
import type { MessageRow } from './message.queries.ts';
import { lastFromOther, marking } from './read-thread.ts';
import { marksOf, otherSide, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { changedUpdate, lookerOf, messageUpdate, type Before, type MessageUpdate } from './view-message.tsx';

/** What a stream has told so far: the newest message, the newest change, and how far the other side has got. */
export type Told = { last: number; change: number; read: number; delivered: number; newest?: Before | undefined };
export type News = { thread: ThreadRow; rows: MessageRow[]; updates: MessageUpdate[]; changed: MessageUpdate[]; told: Told; more: boolean };

const atATime = 100;

/** What the streams of the house ask in the same moment is one round trip, each asking as its own reader. */
const news = oneFor(({ database }: House) =>
  gather((asked: readonly InScope[]) => database.eachInScope(asked) as Promise<(Read | null)[]>, { waitMs: 20, most: 50, atOnce: 2 }),
);
type Read = { thread: Partial<ThreadRow>; student: Partial<ThreadRow> | null; messages: AsText[]; changes: AsText[] };
type AsText = Omit<MessageRow, 'sent_at' | 'edited_at' | 'deleted_at'> &
  Record<'sent_at', string> &
  Record<'edited_at' | 'deleted_at', string | null>;

/** What has happened in the thread since; undefined when it is no longer there for this side. */
export async function readNews(visit: Visit, side: Side, known: ThreadRow, told: Told): Promise<News | undefined> {
  // The one before tells whether a new day begins.
  const first = told.newest ? told.last + 1 : told.last;
  const values = [side.name === 'student', known.customer_id, side.accountId, known.id, first, told.last, told.change, atATime];
  const read = await news(visit.house)({ scope: scopeOf(visit, 'correspond'), call: new Call('app.thread_news', values) });
  if (!read) return undefined;
  const thread = { ...known, ...read.thread, ...read.student };
  const [messages, changes] = [read.messages.map(rowOf), read.changes.map(rowOf)];
  const looker = lookerOf(visit, side, thread);
  const rows = messages.filter(({ sequence }) => sequence > told.last);
  const before = messages.length > rows.length ? messages[0] : told.newest;
  const updates = rows.map((row, index) => messageUpdate(row, looker, rows[index - 1] ?? before));
  const newest = rows.at(-1);
  const last = newest?.sequence ?? told.last;
  const marks = marksOf[otherSide[side.name]];
  return {
    thread,
    rows,
    updates,
    changed: changes.map((row) => changedUpdate(row, looker)),
    told: {
      last,
      change: changes.at(-1)?.change ?? told.change,
      read: thread[marks.read],
      delivered: thread[marks.delivered],
      newest: newest ? { sent_at: newest.sent_at } : told.newest,
    },
    more: (last < thread.last_sequence && rows.length > 0) || changes.length === atATime,
  };
}

const rowOf = (row: AsText): MessageRow => ({
  ...row,
  sent_at: new Date(row.sent_at),
  edited_at: row.edited_at === null ? null : new Date(row.edited_at),
  deleted_at: row.deleted_at === null ? null : new Date(row.deleted_at),
});

type Mark = InScope & { thread: string };

/**
 * Marks wait a little for each other and are then written together, in the order of the threads, so that two processes never wait for
 * each other's. One that is lost makes a message new again, and no more.
 */
const marks = oneFor(({ database }: House) =>
  gather((asked: readonly Mark[]) => writeMarks(database, asked), { waitMs: 100, most: 100, atOnce: 1 }),
);

async function writeMarks(database: House['database'], asked: readonly Mark[]): Promise<unknown[]> {
  await database.eachInScope(
    asked.toSorted((a, b) => (a.thread < b.thread ? -1 : 1)),
    { mayBeLost: true },
  );
  return asked.map(() => undefined);
}

/** Marks what has just been sent: only after the sending, so that nothing counts as seen that never left. */
export async function markSent(visit: Visit, side: Side, { thread, rows }: News, isLookedAt: boolean): Promise<void> {
  const upTo = lastFromOther(side, rows);
  if (!upTo) return;
  await marks(visit.house)({ thread: thread.id, scope: scopeOf(visit, 'correspond'), call: marking(side, thread, upTo, isLookedAt) });
}
