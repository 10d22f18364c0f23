import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export async function insertKeyChallenge(tx: Tx, challenge: { id: string; keyId: string; email: string; expiresAt: Date }): Promise<void> {
  const { id, keyId, email, expiresAt } = challenge;
  await tx
    .insertInto('challenge')
    .values({ id, kind: 'redeem-key', key_id: keyId, email, created_at: sql<Date>`app.now()`, expires_at: expiresAt })
    .execute();
}

export function findKeyChallenge(tx: Tx, id: string) {
  return tx
    .selectFrom('challenge')
    .select(['key_id', 'email', 'expires_at'])
    .where('id', '=', id)
    .where('kind', '=', 'redeem-key')
    .where('expires_at', '>', sql<Date>`app.now()`)
    .$narrowType<{ key_id: string; email: string }>()
    .executeTakeFirst();
}

export async function deleteKeyChallenges(tx: Tx, keyId: string): Promise<void> {
  await tx.deleteFrom('challenge').where('kind', '=', 'redeem-key').where('key_id', '=', keyId).execute();
}

export async function hasAccount(tx: Tx, email: string): Promise<boolean> {
  return (await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

type NewAccount = { email: string; givenName: string; familyName: string; language: 'sv' | 'en' };

/** Undefined when the address got an account in the meantime: a second press, or another tab. */
export function insertAccount(tx: Tx, { email, givenName, familyName, language }: NewAccount) {
  return tx
    .insertInto('account')
    .values({
      kind: 'personal',
      email,
      email_confirmed_at: sql<Date>`app.now()`,
      given_name: givenName,
      family_name: familyName,
      language,
      created_at: sql<Date>`app.now()`,
    })
    .onConflict((on) => on.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
}

export async function insertPassword(tx: Tx, accountId: string, hash: string): Promise<void> {
  await tx
    .insertInto('account_password')
    .values({ account_id: accountId, hash, changed_at: sql<Date>`app.now()` })
    .execute();
}
