import { announce } from '../platform/live.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { removeAttachments } from './attachments/attachment.queries.ts';
import { changeMessage, findOwn } from './message.queries.ts';
import { inboxTopicOf, topicOf, type Side } from './side.ts';
import { countChange, lockThread, recountWaiting, type ThreadRow } from './thread.queries.ts';

type Writer = Pick<Side, 'name' | 'accountId'>;

/** Time enough to mend a slip, too short to rewrite what the other side has acted on. */
const changeableMs = 5 * 60_000;

export const changeableUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + changeableMs);
export const isChangeable = (sentAt: Date, now: Date): boolean => now <= changeableUntil(sentAt);

/** Writes other words in a message of one's own. The earlier ones are not kept. Undefined when there is no such message. */
export async function editMessage(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  writer: Writer,
  message: { id: string; body: string },
): Promise<'edited' | 'too late' | undefined> {
  await lockThread(tx, thread);
  const own = await findOwn(tx, thread, { id: message.id, authorId: writer.accountId, fromStudent: writer.name === 'student' });
  if (!own || own.deleted_at) return undefined;
  if (own.body === message.body) return 'edited';
  if (!isChangeable(own.sent_at, clock.now())) return 'too late';
  await changeMessage(tx, thread, own.id, { body: message.body, edited_at: clock.now(), change: await countChange(tx, thread) });
  await announce(tx, topicOf(thread));
  return 'edited';
}

/**
 * Takes back what one wrote, files and all, for both sides. N-29: a student may do so at any time; what an administrator
 * answered stands after five minutes. Gives the ids of files to remove; undefined when there is no such message.
 */
export async function takeBackMessage(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  writer: Writer,
  messageId: string,
): Promise<{ files: string[] } | 'too late' | undefined> {
  await lockThread(tx, thread);
  const own = await findOwn(tx, thread, { id: messageId, authorId: writer.accountId, fromStudent: writer.name === 'student' });
  if (!own) return undefined;
  if (own.deleted_at) return { files: [] };
  if (writer.name === 'administrator' && !isChangeable(own.sent_at, clock.now())) return 'too late';
  await changeMessage(tx, thread, own.id, {
    body: '',
    page_id: null,
    deleted_at: clock.now(),
    change: await countChange(tx, thread),
  });
  const files = await removeAttachments(tx, thread, own.sequence);
  await recountWaiting(tx, thread);
  await announce(tx, topicOf(thread));
  await announce(tx, inboxTopicOf(thread));
  return { files };
}
