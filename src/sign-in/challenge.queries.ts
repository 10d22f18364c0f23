import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export type ChallengeKind = 'reset-password' | 'change-email' | 'second-factor' | 'passkey';
type NewChallenge = { id: string; kind: ChallengeKind; at: Date; expiresAt: Date };

export async function insertChallenge(
  tx: Tx,
  { id, kind, at, expiresAt }: NewChallenge,
  about: { accountId?: string; email?: string; nonce?: string },
): Promise<void> {
  const { accountId: account_id = null, email = null, nonce = null } = about;
  await tx.insertInto('challenge').values({ id, kind, account_id, email, nonce, created_at: at, expires_at: expiresAt }).execute();
}

/** One statement whoever the address belongs to: the row is made also when it is nobody's. */
export async function insertChallengeForAddress(tx: Tx, { id, kind, at, expiresAt }: NewChallenge, address: string): Promise<void> {
  await sql`insert into challenge (id, kind, account_id, created_at, expires_at)
    values (${id}, ${kind}, (select id from account where email = ${address}), ${at}, ${expiresAt})`.execute(tx);
}

export function findChallenge(tx: Tx, id: string, kind: ChallengeKind, now: Date) {
  return tx
    .selectFrom('challenge')
    .leftJoin('account', 'account.id', 'challenge.account_id')
    .select(['challenge.id', 'challenge.account_id', 'challenge.email', 'account.email as account_email', 'account.language'])
    .where('challenge.id', '=', id)
    .where('challenge.kind', '=', kind)
    .where('challenge.expires_at', '>', now)
    .executeTakeFirst();
}

/** Takes a challenge out of the table: whoever gets the row is the only one to use it. */
export function takeChallenge(tx: Tx, id: string, kind: ChallengeKind, now: Date) {
  return tx
    .deleteFrom('challenge')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning(['account_id', 'email', 'nonce'])
    .executeTakeFirst();
}

export async function deleteChallengesOf(tx: Tx, accountId: string, kinds: ChallengeKind[]): Promise<void> {
  await tx.deleteFrom('challenge').where('account_id', '=', accountId).where('kind', 'in', kinds).execute();
}
