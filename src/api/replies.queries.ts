import { sql } from 'kysely';
import { addDays } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';

type Call = { customerId: string; keyDigest: Buffer };

/** One call with the same key at a time: whoever comes second waits and finds the answer. */
export async function holdCall(tx: Tx, { keyDigest }: Call): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyDigest.readBigInt64BE().toString()}::bigint)`.execute(tx);
}

export function findReply(tx: Tx, { customerId, keyDigest }: Call) {
  return tx
    .selectFrom('api_reply')
    .select(['body_digest', 'answer'])
    .where('customer_id', '=', customerId)
    .where('key_digest', '=', keyDigest)
    .where('due_at', '>', sql<Date>`app.now()`)
    .executeTakeFirst();
}

export async function saveReply(tx: Tx, call: Call & { bodyDigest: Buffer; now: Date }, answer: unknown): Promise<void> {
  const row = { body_digest: call.bodyDigest, answer: answer === undefined ? null : JSON.stringify(answer), due_at: addDays(call.now, 1) };
  await tx
    .insertInto('api_reply')
    .values({ customer_id: call.customerId, key_digest: call.keyDigest, ...row })
    .onConflict((on) => on.columns(['customer_id', 'key_digest']).doUpdateSet(row))
    .execute();
}
