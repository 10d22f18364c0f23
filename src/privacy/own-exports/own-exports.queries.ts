import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

const columns = ['id', 'requested_at', 'parts_done', 'parts_total', 'finished_at', 'failed_at', 'bytes', 'sha256', 'expires_at'] as const;

/** The files that can still be fetched or are being made, the newest first. */
export const listOwnExports = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('own_export')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .orderBy('requested_at', 'desc')
    .limit(20)
    .execute();
export type OwnExport = Awaited<ReturnType<typeof listOwnExports>>[number];

/** Found through its owner: to anyone else there is no such file. */
export const findOwnExport = (tx: Tx, accountId: string, id: string) =>
  tx
    .selectFrom('own_export')
    .select([...columns, 'content_key'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .executeTakeFirst();

/** What the job needs, which knows the file by its number only. */
export const findWaiting = (tx: Tx, id: string) =>
  tx
    .selectFrom('own_export')
    .select(['account_id', 'content_key', 'language'])
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();

type New = { account_id: string; client_id: string; language: 'sv' | 'en'; content_key: Buffer; requested_at: Date; expires_at: Date };

/** Undefined when the same press has asked for it already. */
export const insertOwnExport = (tx: Tx, made: New) =>
  tx
    .insertInto('own_export')
    .values(made)
    .onConflict((on) => on.columns(['account_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();

/** Whether one is being made: another would tell the same. What has not come far in a day is not being made any more. */
export async function isMaking(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('own_export')
    .select('id')
    .where('account_id', '=', accountId)
    .where('finished_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('requested_at', '>', sql<Date>`app.now() - interval '1 day'`)
    .executeTakeFirst();
  return row !== undefined;
}

type Change = { parts_done?: number; parts_total?: number; finished_at?: Date; failed_at?: Date; bytes?: number; sha256?: Buffer };

/** False when it has been removed meanwhile. */
export async function updateOwnExport(tx: Tx, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('own_export').set(change).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}
