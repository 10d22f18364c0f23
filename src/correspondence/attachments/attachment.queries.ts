import type { StoredFile } from '../../platform/attached-files/receive-files.ts';
import type { Tx } from '../../platform/database.ts';

type Thread = { customer_id: string; id: string };
type Sent = { sequence: number; authorId: string; fromStudent: boolean; at: Date };

export async function insertAttachments(tx: Tx, { customer_id, id }: Thread, sent: Sent, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('attachment')
    .values(
      files.map((file, index) => ({
        customer_id,
        id: file.id,
        correspondence_id: id,
        message_sequence: sent.sequence,
        author_id: sent.authorId,
        from_student: sent.fromStudent,
        place: index + 1,
        name: file.name,
        type: file.type,
        bytes: file.bytes,
        content_key: file.contentKey,
        created_at: sent.at,
      })),
    )
    .execute();
}

/** A file of this thread and no other. */
export function findAttachment(tx: Tx, { customer_id, id }: Thread, attachmentId: string) {
  return tx
    .selectFrom('attachment')
    .select(['id', 'customer_id', 'name', 'type', 'bytes', 'content_key'])
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('id', '=', attachmentId)
    .executeTakeFirst();
}

export async function removeAttachments(tx: Tx, { customer_id, id }: Thread, sequence: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('attachment')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('message_sequence', '=', sequence)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
