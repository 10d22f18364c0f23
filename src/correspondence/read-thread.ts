import { markNotified } from '../notifications/index.ts';
import { announce } from '../platform/live.ts';
import type { Tx } from '../platform/database.ts';
import { findLastFrom, listMessages, type MessageRow } from './message.queries.ts';
import { inboxTopicOf, marksOf, topicOf, type Side } from './side.ts';
import { markDelivered, markRead, type ThreadRow } from './thread.queries.ts';

export const messagesPerPage = 50;

/** A part of the thread, the newest or what comes before a message, which is then read as well. */
export async function readThread(tx: Tx, side: Side, thread: ThreadRow, before?: number): Promise<MessageRow[]> {
  const to = Math.min(thread.last_sequence, (before ?? Infinity) - 1);
  const messages = await listMessages(tx, thread, to - messagesPerPage + 1, to);
  await seen(tx, side, thread, messages);
  return messages;
}

/** Marks what the side has now been shown, and tells the other side when that is new. */
export async function seen(tx: Tx, side: Side, thread: ThreadRow, messages: readonly MessageRow[]): Promise<void> {
  const fromOther = lastFromOther(side, messages);
  if (!fromOther || !(await markRead(tx, thread, marksOf[side.name], fromOther.sequence))) return;
  await announce(tx, topicOf(thread));
  if (side.name === 'administrator') await announce(tx, inboxTopicOf(thread));
  // An administrator has other threads in the course, which may still wait.
  if (side.name === 'student') await markNotified(tx, side.accountId, { about: aboutAnswers(thread) });
}

const aboutAnswers = ({ customer_id: customerId, course_id: courseId }: ThreadRow) =>
  ({ event: 'message-to-student', customerId, courseId }) as const;

/** The same for what has come to a page that nobody looks at. */
export async function delivered(tx: Tx, side: Side, thread: ThreadRow, messages: readonly MessageRow[]): Promise<void> {
  const fromOther = lastFromOther(side, messages);
  if (fromOther && (await markDelivered(tx, thread, marksOf[side.name], fromOther.sequence))) await announce(tx, topicOf(thread));
}

/** Someone looks again at a page to which messages came meanwhile. */
export async function looksAgain(tx: Tx, side: Side, thread: ThreadRow, upTo: number): Promise<void> {
  const sequence = await findLastFrom(tx, thread, side.name !== 'student', Math.min(upTo, thread.last_sequence));
  if (sequence > 0 && (await markRead(tx, thread, marksOf[side.name], sequence))) await announce(tx, topicOf(thread));
}

const lastFromOther = (side: Side, messages: readonly MessageRow[]) =>
  messages.findLast((message) => message.from_student !== (side.name === 'student'));
