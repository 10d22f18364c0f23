import { announce } from '../platform/live.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { findSent, hasMessageAfter, insertMessage } from './message.queries.ts';
import { remindOtherSide } from './remind-other-side.ts';
import { otherSide, readColumn, topicOf, type Side } from './side.ts';
import { countUp, lockThread, type ThreadRow } from './thread.queries.ts';

export type Draft = { clientId: string; body: string };

/**
 * Stores a message and gives its place in the thread. The same message sent again (a double click, a retry, a second tab)
 * is the one already stored; all are counted under the thread's lock, so there are no gaps and no ties.
 */
export async function sendMessage(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  writer: Pick<Side, 'name' | 'accountId'>,
  draft: Draft,
): Promise<number> {
  const fromStudent = writer.name === 'student';
  const marks = await lockThread(tx, thread);
  const known = await findSent(tx, thread, draft.clientId);
  if (known && (known.deleted_at || known.body === draft.body)) return known.sequence;
  // The same form with other words, after the browser's back button: a message of its own.
  if (known) return sendMessage(tx, clock, thread, writer, { ...draft, clientId: idOfOtherWords(draft) });

  const isReminded = await hasMessageAfter(tx, thread, fromStudent, marks[readColumn[otherSide[writer.name]]]);
  const at = clock.now();
  const sequence = await countUp(tx, thread, { at, fromStudent });
  await insertMessage(tx, thread, { sequence, authorId: writer.accountId, fromStudent, at, ...draft });
  await announce(tx, topicOf(thread));
  // One mail until the other side has read: what came since its last look has had its mail already.
  if (!isReminded) await remindOtherSide(tx, clock, thread, writer);
  return sequence;
}

function idOfOtherWords({ clientId, body }: Draft): string {
  return sha256(`${clientId}\n${body}`)
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
