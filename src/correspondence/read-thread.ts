import { asQuery, type Call, type Tx } from '../platform/database.ts';
import { findLastFrom, listMessages, type MessageRow } from './message.queries.ts';
import type { Side } from './side.ts';
import { seeing, type ThreadRow } from './thread.queries.ts';

export const messagesPerPage = 50;

/** A part of the thread, the newest or what comes before a message, which is then read as well. */
export async function readThread(tx: Tx, side: Side, thread: ThreadRow, before?: number): Promise<MessageRow[]> {
  const to = Math.min(thread.last_sequence, (before ?? Infinity) - 1);
  const messages = await listMessages(tx, thread, to - messagesPerPage + 1, to);
  const sequence = lastFromOther(side, messages);
  if (sequence) await markRead(tx, side, thread, sequence);
  return messages;
}

/** Someone looks again at a page to which messages came meanwhile. */
export async function looksAgain(tx: Tx, side: Side, thread: ThreadRow, upTo: number): Promise<void> {
  const sequence = await findLastFrom(tx, thread, side.name !== 'student', Math.min(upTo, thread.last_sequence));
  if (sequence > 0) await markRead(tx, side, thread, sequence);
}

const markRead = (tx: Tx, side: Side, thread: ThreadRow, sequence: number) =>
  tx.executeQuery(asQuery(marking(side, thread, sequence, true)));

/** Marks what has come to a side as read or, when nobody looks at it, as delivered. */
export const marking = ({ name, accountId }: Side, thread: ThreadRow, upTo: number, isRead: boolean): Call =>
  seeing(thread, { accountId, byStudent: name === 'student', upTo, isRead });

/** The newest message of the other side's. */
export const lastFromOther = (side: Side, messages: readonly MessageRow[]) =>
  messages.findLast((message) => message.from_student !== (side.name === 'student'))?.sequence;
