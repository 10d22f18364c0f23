import { sendFile } from '../../platform/attached-files/send-file.ts';
import { scopeOf, type Visit } from '../../platform/visit.ts';
import type { Side } from '../side.ts';
import { findAttachment } from './attachment.queries.ts';

const fieldsOfFile = ['account.given_name', 'account.family_name', 'attachment.name', 'attachment.type'];

/** A file of the conversation, to whoever may read the conversation. */
export async function download(visit: Visit, side: Side): Promise<Response> {
  const file = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.find(tx);
    const found = thread && (await findAttachment(tx, thread, visit.params['attachment']!));
    if (found) await side.recordLook(tx, thread, fieldsOfFile);
    return found;
  });
  const sealed = file && { ...file, key: `${file.customer_id}/${file.id}`, contentKey: file.content_key };
  return sendFile(visit.request, visit.house.attachments, sealed);
}
