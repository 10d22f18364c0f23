import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** Some keys of a batch, or all of them; the batch has been found through the actor. */
export type WhichKeysOf = { customerId: string; batchId: string; ids: string[] | 'all' };

const now = sql<Date>`app.now()`;

const unredeemed = (tx: Tx, { customerId, batchId, ids }: WhichKeysOf) =>
  tx
    .updateTable('course_key')
    .where('customer_id', '=', customerId)
    .where('batch_id', '=', batchId)
    .where('redeemed_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids as string[]));

const counted = (result: { numUpdatedRows: bigint }) => Number(result.numUpdatedRows);

/** `at` is the moment that an undo asks for again. */
export async function handOut(tx: Tx, which: WhichKeysOf, at: Date): Promise<number> {
  const open = unredeemed(tx, which).where('handed_out_at', 'is', null).where('blocked_at', 'is', null).where('expires_at', '>', now);
  return counted(await open.set({ handed_out_at: at }).executeTakeFirstOrThrow());
}

export async function undoHandOut(tx: Tx, which: WhichKeysOf, at: Date): Promise<number> {
  return counted(await unredeemed(tx, which).where('handed_out_at', '=', at).set({ handed_out_at: null }).executeTakeFirstOrThrow());
}

export async function block(tx: Tx, which: WhichKeysOf, at: Date): Promise<number> {
  return counted(await unredeemed(tx, which).where('blocked_at', 'is', null).set({ blocked_at: at }).executeTakeFirstOrThrow());
}

export async function undoBlock(tx: Tx, which: WhichKeysOf, at: Date): Promise<number> {
  return counted(await unredeemed(tx, which).where('blocked_at', '=', at).set({ blocked_at: null }).executeTakeFirstOrThrow());
}

export async function unblock(tx: Tx, which: WhichKeysOf): Promise<number> {
  return counted(await unredeemed(tx, which).where('blocked_at', 'is not', null).set({ blocked_at: null }).executeTakeFirstOrThrow());
}

export async function extend(tx: Tx, which: WhichKeysOf, expiresAt: Date): Promise<number> {
  return counted(await unredeemed(tx, which).set({ expires_at: expiresAt }).executeTakeFirstOrThrow());
}

/** Keys that another can stand in for: not redeemed and not expired. Whoever redeems one now waits. */
export async function holdReplaceable(tx: Tx, { customerId, batchId, ids }: WhichKeysOf): Promise<string[]> {
  const rows = await tx
    .selectFrom('course_key')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('batch_id', '=', batchId)
    .where('redeemed_at', 'is', null)
    .where('expires_at', '>', now)
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids as string[]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** The row becomes another key's, id and all: links that the old key led to find nothing any more. */
export async function replaceKey(
  tx: Tx,
  old: { customerId: string; id: string },
  key: { key_hash: Buffer; last_three: string; order_digest: Buffer },
): Promise<void> {
  await tx
    .updateTable('course_key')
    .set({ ...key, id: sql<string>`app.uuid_v7()`, created_at: now, handed_out_at: null, blocked_at: null })
    .where('customer_id', '=', old.customerId)
    .where('id', '=', old.id)
    .execute();
}

type OneKey = { customerId: string; id: string };

/** False when it has been used: there is nothing to block any more. */
export async function blockKey(tx: Tx, { customerId, id }: OneKey, at: Date): Promise<boolean> {
  const blocked = await tx
    .updateTable('course_key')
    .set({ blocked_at: at })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('redeemed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return counted(blocked) > 0;
}

export async function endEnrolmentOfKey(tx: Tx, { customerId, id }: OneKey, at: Date): Promise<void> {
  await tx
    .updateTable('enrolment as e')
    .from('course_key as k')
    .set({ ends_at: at })
    .whereRef('e.customer_id', '=', 'k.customer_id')
    .whereRef('e.id', '=', 'k.enrolment_id')
    .where('k.customer_id', '=', customerId)
    .where('k.id', '=', id)
    .where((is) => is.or([is('e.ends_at', 'is', null), is('e.ends_at', '>', at)]))
    .execute();
}
