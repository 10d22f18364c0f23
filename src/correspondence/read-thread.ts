import { markNotified } from '../notifications/index.ts';
import { announce } from '../platform/live.ts';
import type { Tx } from '../platform/database.ts';
import { listMessages, type MessageRow } from './message.queries.ts';
import { readColumn, topicOf, type Side } from './side.ts';
import { markRead, type ThreadRow } from './thread.queries.ts';

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
  const fromOther = messages.findLast((message) => message.from_student !== (side.name === 'student'));
  if (!fromOther || !(await markRead(tx, thread, readColumn[side.name], fromOther.sequence))) return;
  await announce(tx, topicOf(thread));
  // An administrator has other threads in the course, which may still wait.
  if (side.name === 'student') await markNotified(tx, side.accountId, { about: aboutAnswers(thread) });
}

const aboutAnswers = ({ customer_id: customerId, course_id: courseId }: ThreadRow) =>
  ({ event: 'message-to-student', customerId, courseId }) as const;
