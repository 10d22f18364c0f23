import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

const columns = ['id', 'requested_at', 'parts_done', 'parts_total', 'finished_at', 'failed_at', 'bytes', 'sha256', 'expires_at'] as const;

/** The exports that can still be fetched or are being made, the newest first. */
export function listExports(tx: Tx, customerId: string) {
  return tx
    .selectFrom('customer_export')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .orderBy('requested_at', 'desc')
    .limit(20)
    .execute();
}
export type ExportRow = Awaited<ReturnType<typeof listExports>>[number];

export function findExport(tx: Tx, customerId: string, id: string) {
  return tx
    .selectFrom('customer_export')
    .select(columns)
    .select('requested_by')
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .executeTakeFirst();
}

/** Undefined when the same press has asked for it already. */
export function insertExport(tx: Tx, made: { customerId: string; clientId: string; requestedBy: string; at: Date; expiresAt: Date }) {
  return tx
    .insertInto('customer_export')
    .values({
      customer_id: made.customerId,
      client_id: made.clientId,
      requested_by: made.requestedBy,
      requested_at: made.at,
      expires_at: made.expiresAt,
    })
    .onConflict((on) => on.columns(['customer_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** Whether one is being made: another would tell the same. What has not come far in a day is not being made any more. */
export async function isMaking(tx: Tx, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customer_export')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('finished_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('requested_at', '>', sql<Date>`app.now() - interval '1 day'`)
    .executeTakeFirst();
  return row !== undefined;
}

type Change = {
  parts_done?: number;
  parts_total?: number;
  finished_at?: Date;
  failed_at?: Date;
  bytes?: number;
  sha256?: Buffer;
  look_id?: string;
};

/** False when the export has been removed in the meantime. */
export async function updateExport(tx: Tx, customerId: string, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customer_export')
    .set(change)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether anyone at all was erased while a file was being written: it might tell of them. */
export async function someoneErasedSince(tx: Tx, time: Date): Promise<boolean> {
  const row = await tx.selectFrom('erasure').select('id').where('requested_at', '>=', time).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The look that the file's last reading is noted in. Whoever reads the same file waits here until it is. */
export async function lockLookOf(tx: Tx, customerId: string, id: string): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('customer_export')
    .select('look_id')
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.look_id;
}

/** Whether this look is the actor's and not an hour old. */
export async function isLookOf(tx: Tx, lookId: string, actorId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('access_log')
    .select('id')
    .where('id', '=', lookId)
    .where('actor_id', '=', actorId)
    .where('at', '>', sql<Date>`app.now() - interval '1 hour'`)
    .executeTakeFirst();
  return row !== undefined;
}
