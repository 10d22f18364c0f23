import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type NewBatch = { id: string; customerId: string; courseId: string; label: string; accessDays: number | null };
export type NewKeyRow = {
  key_hash: Buffer;
  last_three: string;
  bound_email: string | null;
  bound_given_name: string | null;
  bound_family_name: string | null;
};

export async function insertBatch(tx: Tx, { id, customerId, courseId, label, accessDays }: NewBatch): Promise<void> {
  await tx
    .insertInto('key_batch')
    .values({ customer_id: customerId, id, course_id: courseId, label, access_days: accessDays, created_at: sql<Date>`app.now()` })
    .execute();
}

export async function insertKeys(
  tx: Tx,
  batch: { customerId: string; batchId: string; expiresAt: Date; orderDigest: Buffer | null },
  rows: NewKeyRow[],
): Promise<string[]> {
  const shared = {
    customer_id: batch.customerId,
    batch_id: batch.batchId,
    expires_at: batch.expiresAt,
    order_digest: batch.orderDigest,
    created_at: sql<Date>`app.now()`,
  };
  const made = await tx
    .insertInto('course_key')
    .values(rows.map((row) => ({ ...shared, ...row })))
    .returning('id')
    .execute();
  return made.map(({ id }) => id);
}

/** Which of these keys are in use already, as far as the scope reaches. */
export async function takenHashes(tx: Tx, hashes: Buffer[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('course_key').select('key_hash').where('key_hash', 'in', hashes).execute();
  return new Set(rows.map(({ key_hash }) => key_hash.toString('hex')));
}
