import { randomUUID } from 'node:crypto';
import type { Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';

/** A text file that came with the first message of a case. */
export async function addCaseFile(tx: Tx, house: House, caseId: string, file: { name: string; content: string }, at: Date): Promise<void> {
  const { id: message_id } = await tx
    .selectFrom('enquiry_message')
    .select('id')
    .where('enquiry_id', '=', caseId)
    .where('number', '=', 1)
    .executeTakeFirstOrThrow();
  const [id, content_key, content] = [randomUUID(), newContentKey(), Buffer.from(file.content)];
  await writeSealed(house.attachments, `${caseId}/${id}`, content_key, pieces(content));
  const sealed = { name: file.name, type: 'text/plain', bytes: content.byteLength, content_key };
  await tx
    .insertInto('enquiry_file')
    .values({ ...sealed, id, enquiry_id: caseId, message_id, place: 1, created_at: at })
    .execute();
}

async function* pieces(content: Uint8Array) {
  yield content;
}
