import type { StoredFile } from '../platform/attached-files/receive-files.ts';
import { announce } from '../platform/live.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { insertAttachments } from './attachments/attachment.queries.ts';
import { removeDraft } from './drafts/draft.queries.ts';
import { noteAnswerTime } from './inbox/answer-time.queries.ts';
import { findSent, hasMessageAfter, insertMessage } from './message.queries.ts';
import { remindOtherSide } from './remind-other-side.ts';
import { inboxTopicOf, marksOf, otherSide, topicOf, type Side } from './side.ts';
import { countUp, lockThread, type ThreadRow } from './thread.queries.ts';

export type NewDraft = { clientId: string; body: string; pageId?: string | undefined; files?: readonly StoredFile[] };

/**
 * Stores a message and gives its place in the thread. The same message sent again (a double click, a retry, a second tab)
 * is the one already stored; all are counted under the thread's lock, so there are no gaps and no ties.
 */
export async function sendMessage(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  writer: Pick<Side, 'name' | 'accountId'>,
  draft: NewDraft,
): Promise<{ sequence: number; isNew: boolean }> {
  const fromStudent = writer.name === 'student';
  const { waiting_since: waitingSince, ...marks } = await lockThread(tx, thread);
  const known = await findSent(tx, thread, draft.clientId);
  if (known && (known.deleted_at || known.edited_at || isSame(known, draft))) return { sequence: known.sequence, isNew: false };
  // The same form with other words, after the browser's back button: a message of its own.
  if (known) return sendMessage(tx, clock, thread, writer, { ...draft, clientId: idOfOtherWords(draft) });

  const isReminded = await hasMessageAfter(tx, thread, fromStudent, marks[marksOf[otherSide[writer.name]].read]);
  const at = clock.now();
  const { clientId, body, pageId, files = [] } = draft;
  const sequence = await countUp(tx, thread, { at, fromStudent });
  await insertMessage(tx, thread, { sequence, authorId: writer.accountId, fromStudent, at, clientId, body, pageId });
  await insertAttachments(tx, thread, { sequence, authorId: writer.accountId, fromStudent, at }, files);
  if (!fromStudent && waitingSince) await noteAnswerTime(tx, thread, waitingSince, at);
  await removeDraft(tx, thread, writer.accountId);
  await announce(tx, topicOf(thread), inboxTopicOf(thread));
  // One mail until the other side has read: what came since its last look has had its mail already.
  if (!isReminded) await remindOtherSide(tx, clock, thread, writer);
  return { sequence, isNew: true };
}

type Content = { body: string; files?: readonly { name: string; bytes: number }[] };

const contentOf = ({ body, files = [] }: Content): string => [body, ...files.map(({ name, bytes }) => `${name} ${bytes}`)].join('\n');
const isSame = (one: Content, other: Content): boolean => contentOf(one) === contentOf(other);

function idOfOtherWords(draft: NewDraft): string {
  return sha256(`${draft.clientId}\n${contentOf(draft)}`)
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
