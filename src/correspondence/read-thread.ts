import { sql, type CompiledQuery } from 'kysely';
import { markingNotified } from '../notifications/index.ts';
import type { Tx } from '../platform/database.ts';
import { findLastFrom, listMessages, type MessageRow } from './message.queries.ts';
import { inboxTopicOf, marksTopicOf, type Side } from './side.ts';
import { markingSeen, type ThreadRow } from './thread.queries.ts';

export const messagesPerPage = 50;

/** A part of the thread, the newest or what comes before a message, which is then read as well. */
export async function readThread(tx: Tx, side: Side, thread: ThreadRow, before?: number): Promise<MessageRow[]> {
  const to = Math.min(thread.last_sequence, (before ?? Infinity) - 1);
  const messages = await listMessages(tx, thread, to - messagesPerPage + 1, to);
  const sequence = lastFromOther(side, messages);
  if (sequence) await markRead(tx, side, thread, sequence);
  return messages;
}

/** What a student has now read, no notification has to tell of. An administrator has other threads in the course, which may still wait. */
function notified(tx: Tx, side: Side, { customer_id: customerId, course_id: courseId }: ThreadRow): CompiledQuery[] {
  if (side.name === 'administrator') return [];
  return [markingNotified(tx, side.accountId, { about: { event: 'message-to-student', customerId, courseId } })];
}

/** Someone looks again at a page to which messages came meanwhile. */
export async function looksAgain(tx: Tx, side: Side, thread: ThreadRow, upTo: number): Promise<void> {
  const sequence = await findLastFrom(tx, thread, side.name !== 'student', Math.min(upTo, thread.last_sequence));
  if (sequence > 0) await markRead(tx, side, thread, sequence);
}

async function markRead(tx: Tx, side: Side, thread: ThreadRow, sequence: number): Promise<void> {
  const { rows } = await tx.executeQuery(marked(tx, side, thread, sequence, true));
  if (rows.length === 0) return;
  for (const query of notified(tx, side, thread)) await tx.executeQuery(query);
}

/** What marks the messages that a page has been sent as read or, when nobody looks at it, as delivered. */
export function marking(
  tx: Tx,
  side: Side,
  thread: ThreadRow,
  messages: readonly MessageRow[],
  isLookedAt: boolean,
): CompiledQuery[] | undefined {
  const sequence = lastFromOther(side, messages);
  if (!sequence) return undefined;
  const mark = marked(tx, side, thread, sequence, isLookedAt);
  // A mark that is lost when the database dies makes a message new again, and no more: it need not wait for the disk.
  return [sql`set local synchronous_commit = off`.compile(tx), mark, ...(isLookedAt ? notified(tx, side, thread) : [])];
}

/** Tells the other side when that is new; an administrator's reading is news in the inbox as well. */
function marked(tx: Tx, side: Side, thread: ThreadRow, upTo: number, isRead: boolean): CompiledQuery {
  const topics = [marksTopicOf(thread, side.name), ...(isRead && side.name === 'administrator' ? [inboxTopicOf(thread)] : [])];
  return markingSeen(tx, thread, { byStudent: side.name === 'student', upTo, isRead }, topics);
}

const lastFromOther = (side: Side, messages: readonly MessageRow[]) =>
  messages.findLast((message) => message.from_student !== (side.name === 'student'))?.sequence;
