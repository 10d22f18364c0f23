import type { Insertable } from 'kysely';
import type { Passkey } from '../../db/types.ts';
import type { Tx } from '../platform/database.ts';

export const listPasskeys = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at', 'credential_id', 'transports'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();

export const findPasskey = (tx: Tx, credentialId: string) =>
  tx
    .selectFrom('passkey')
    .select(['account_id', 'id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();

export async function insertPasskey(tx: Tx, passkey: Insertable<Passkey>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values(passkey)
    .onConflict((on) => on.column('credential_id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Refuses when another answer has moved the counter meanwhile. */
export async function notePasskeyUse(
  tx: Tx,
  passkey: { account_id: string; id: string; counter: number },
  next: { counter: number; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ counter: next.counter, last_used_at: next.at })
    .where('account_id', '=', passkey.account_id)
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('passkey').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
