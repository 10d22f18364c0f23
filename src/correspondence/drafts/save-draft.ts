import { addDays, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { isSent } from '../message.queries.ts';
import { findPageOf, lockThread, type ThreadRow } from '../thread.queries.ts';
import { removeDraft, upsertDraft } from './draft.queries.ts';

/** An unfinished message is kept so long (P90D in the map). */
const keptDays = 90;

export type DraftToSave = { body: string; clientId: string; pageId: string | undefined };

/** Keeps what is written so far. What comes late, after the message itself was sent, is not kept again. */
export async function saveDraft(
  tx: Tx,
  clock: Clock,
  thread: ThreadRow,
  accountId: string,
  { body, clientId, pageId }: DraftToSave,
): Promise<void> {
  await lockThread(tx, thread);
  if (await isSent(tx, thread, clientId)) return;
  if (body.trim() === '') return removeDraft(tx, thread, accountId);
  const page = pageId && (await findPageOf(tx, thread, { id: pageId }));
  const savedAt = clock.now();
  await upsertDraft(tx, thread, { accountId, body, pageId: page ? page.id : undefined, savedAt, dueAt: addDays(savedAt, keptDays) });
}
