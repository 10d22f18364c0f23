import type { StoredFile } from '../../attached-files/receive-files.ts';
import type { Tx } from '../../database.ts';

export async function insertInboundFiles(tx: Tx, mailId: string, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('inbound_file')
    .values(
      files.map(({ id, name, type, bytes, contentKey }, index) => ({
        id,
        mail_id: mailId,
        place: index + 1,
        name,
        type,
        bytes,
        content_key: contentKey,
      })),
    )
    .execute();
}

export function listInboundFiles(tx: Tx, mailId: string): Promise<StoredFile[]> {
  return tx
    .selectFrom('inbound_file')
    .select(['id', 'name', 'type', 'bytes', 'content_key as contentKey'])
    .where('mail_id', '=', mailId)
    .orderBy('place')
    .execute();
}

export async function deleteInboundFiles(tx: Tx, mailId: string): Promise<void> {
  await tx.deleteFrom('inbound_file').where('mail_id', '=', mailId).execute();
}
