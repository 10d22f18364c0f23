import { addDays, type Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { NotFound } from '../platform/visit.ts';
import { insertAttachments } from './attachments/attachment.queries.ts';
import type { StoredFile } from './attachments/receive-files.ts';
import { putMessage } from './message.queries.ts';
import { remindOtherSide } from './remind-other-side.ts';
import { inboxTopicOf, topicOf, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';

export type NewDraft = { clientId: string; body: string; pageId?: string | undefined; files?: readonly StoredFile[] };

/** The figure of how long a student waited is kept so long (P90D in the map). */
const figureKeptDays = 90;

/**
 * Stores a message and gives its place in the thread. The same message sent again (a double click, a retry, a second tab)
 * is the one already stored.
 */
export async function sendMessage(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  writer: Pick<Side, 'name' | 'accountId'>,
  draft: NewDraft,
): Promise<{ sequence: number; isNew: boolean }> {
  const fromStudent = writer.name === 'student';
  const at = clock.now();
  const { clientId, body, pageId, files = [] } = draft;
  const message = { authorId: writer.accountId, fromStudent, clientId, body, pageId, at };
  const topics = [topicOf(thread), inboxTopicOf(thread)];
  const put = await putMessage(tx, thread, message, { figureDue: addDays(at, figureKeptDays), topics });
  if (!put) throw new NotFound();
  const { place: sequence, known } = put;
  if (known && (known.isChanged || isSame(known, draft))) return { sequence, isNew: false };
  // The same form with other words, after the browser's back button: a message of its own.
  if (known) return sendMessage(tx, clock, thread, writer, { ...draft, clientId: idOfOtherWords(draft) });
  await insertAttachments(tx, thread, { sequence, authorId: writer.accountId, fromStudent, at }, files);
  // One mail until the other side has read: what came since its last look has had its mail already.
  if (!put.is_reminded) await remindOtherSide(tx, clock, thread, writer);
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
