import { sql } from 'kysely';
import { administersCourse } from '../people/index.ts';
import { boundTo } from './bound-to.queries.ts';
import type { Tx } from '../platform/database.ts';

/** Of two presses of the same button the second waits here until the first is done. */
export async function lockOrder(tx: Tx, digest: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${digest.readBigInt64BE().toString()}::bigint)`.execute(tx);
}

/** The keys an order has made, of courses the actor looks after, with what a slip says beside the key. */
export function listKeysOfOrder(tx: Tx, actorId: string, customerId: string, digest: Buffer) {
  return tx
    .selectFrom('course_key as k')
    .innerJoin('key_batch as b', (join) => join.onRef('b.customer_id', '=', 'k.customer_id').onRef('b.id', '=', 'k.batch_id'))
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'b.customer_id').onRef('course.id', '=', 'b.course_id'))
    .select(['k.id', 'k.key_hash', ...boundTo, 'k.created_at', 'k.expires_at'])
    .select(['b.id as batch_id', 'b.label', 'course.title as course_title'])
    .where('k.customer_id', '=', customerId)
    .where('k.order_digest', '=', digest)
    .where(administersCourse(actorId))
    .execute();
}

export type OrderedKeyRow = Awaited<ReturnType<typeof listKeysOfOrder>>[number];
