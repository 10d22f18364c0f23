import type { Tx } from '../../platform/database.ts';

type Thread = { customer_id: string; id: string };
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
