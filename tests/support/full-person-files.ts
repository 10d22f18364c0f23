import { randomUUID } from 'node:crypto';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { TestHouse } from './test-house.ts';

/** An address that mail has come back from. */
export async function addBounce(tx: Tx, address: string, at: Date): Promise<void> {
  await tx
    .insertInto('bounced_address')
    .values({ address, bounces: 1, status: '5.1.1', bounced_at: at, stopped_at: at, due_at: addDays(at, 30) })
    .execute();
}

/** A file in a case of the person's, and one in a mail of theirs on its way there: rows, and what lies on disk. */
export async function addCaseFiles(test: TestHouse, tx: Tx, marker: string, enquiryId: string, email: string): Promise<string> {
  const { id: message_id } = await tx
    .selectFrom('enquiry_message')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('from_sender', '=', true)
    .executeTakeFirstOrThrow();
  const mail = await tx.selectFrom('inbound_mail').select('id').where('from_address', '=', email).executeTakeFirstOrThrow();
  const [enclosed, inbound, contentKey] = [randomUUID(), randomUUID(), newContentKey()];
  const file = { place: 1, name: `fil ${marker}.txt`, type: 'text/plain', bytes: marker.length, content_key: contentKey };
  await tx
    .insertInto('enquiry_file')
    .values({ ...file, id: enclosed, enquiry_id: enquiryId, message_id, created_at: test.clock.now() })
    .execute();
  await tx
    .insertInto('inbound_file')
    .values({ ...file, id: inbound, mail_id: mail.id })
    .execute();
  for (const key of [`${enquiryId}/${enclosed}`, `${mail.id}/${inbound}`])
    await writeSealed(test.house.attachments, key, contentKey, pieces(Buffer.from(marker)));
  return enclosed;
}

async function* pieces(content: Uint8Array) {
  yield content;
}
