import { sql } from 'kysely';
import type { StoredFile } from '../../platform/attached-files/receive-files.ts';
import type { Tx } from '../../platform/database.ts';
import type { ListedFile } from '../../ui/file-list.tsx';
import { isPartOf } from './enquiry.queries.ts';

type Message = { id: string; enquiryId: string; at: Date };

export async function insertFiles(tx: Tx, { id, enquiryId, at }: Message, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('enquiry_file')
    .values(
      files.map((file, index) => ({
        id: file.id,
        enquiry_id: enquiryId,
        message_id: id,
        place: index + 1,
        name: file.name,
        type: file.type,
        bytes: file.bytes,
        content_key: file.contentKey,
        created_at: at,
      })),
    )
    .execute();
}

/** The files of a case, those of its parts too, by their message. */
export async function listFiles(tx: Tx, enquiryId: string): Promise<Map<string, ListedFile[]>> {
  const rows = await tx
    .selectFrom('enquiry_file')
    .select(['id', 'message_id', 'name', 'bytes'])
    .where(isPartOf(enquiryId))
    .orderBy('place')
    .execute();
  return Map.groupBy(rows, ({ message_id }) => message_id);
}

/** A file of this case, or of its parts, and of no other. */
export async function findFile(tx: Tx, enquiryId: string, fileId: string) {
  const found = await tx
    .selectFrom('enquiry_file')
    .select(['id', 'enquiry_id', 'name', 'type', 'bytes', 'content_key'])
    .where(isPartOf(enquiryId))
    .where('id', '=', fileId)
    .executeTakeFirst();
  return found && { ...found, key: `${found.enquiry_id}/${found.id}`, contentKey: found.content_key };
}

/** Where the files lie of everything an address has sent us. */
export async function listFileKeys(tx: Tx, email: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select f.enquiry_id || '/' || f.id as key from enquiry_file f join enquiry e on e.id = f.enquiry_id where e.email = ${email}
    union all
    select f.mail_id || '/' || f.id from inbound_file f join inbound_mail m on m.id = f.mail_id where m.from_address = ${email}`.execute(
    tx,
  );
  return rows.map(({ key }) => key);
}
