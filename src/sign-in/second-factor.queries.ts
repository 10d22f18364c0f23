import type { Tx } from '../platform/database.ts';

export const findSecondFactor = (tx: Tx, accountId: string) =>
  tx.selectFrom('second_factor').select(['secret', 'confirmed_at']).where('account_id', '=', accountId).executeTakeFirst();

/** A new secret for someone who has none in use; nothing happens to one that is. */
export async function saveNewSecret(tx: Tx, accountId: string, secret: Buffer): Promise<void> {
  await tx
    .insertInto('second_factor')
    .values({ account_id: accountId, secret })
    .onConflict((on) => on.column('account_id').doUpdateSet({ secret }).where('second_factor.confirmed_at', 'is', null))
    .execute();
}

/** Uses up the code's time step. The row is locked while it is compared, so the same code never counts twice. */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function confirmFactor(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.updateTable('second_factor').set({ confirmed_at: at }).where('account_id', '=', accountId).execute();
}

export async function deleteSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('second_factor').where('account_id', '=', accountId).execute();
}

export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute();
}

export async function useRecoveryCode(tx: Tx, accountId: string, hash: Buffer, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const { left } = await tx
    .selectFrom('recovery_code')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}
