import type { Insertable } from 'kysely';
import type { Session } from '../../db/types.ts';
import type { Tx } from '../platform/database.ts';

export const insertSession = (tx: Tx, session: Insertable<Session>) => tx.insertInto('session').values(session).execute();

export function listSessions(tx: Tx, accountId: string, now: Date) {
  return tx
    .selectFrom('session')
    .select(['id', 'browser', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** The token in hand must be the newest one: of two requests at once only the first changes it. */
export function replaceToken(
  tx: Tx,
  held: { sessionId: string; tokenHash: Buffer },
  next: { tokenHash: Buffer; at: Date; keepPrevious: boolean },
) {
  return tx
    .updateTable('session')
    .set({
      token_hash: next.tokenHash,
      previous_token_hash: next.keepPrevious ? held.tokenHash : null,
      rotated_at: next.at,
      last_seen_at: next.at,
    })
    .where('id', '=', held.sessionId)
    .where('token_hash', '=', held.tokenHash)
    .returning('expires_at')
    .executeTakeFirst();
}

export const touchSession = (tx: Tx, sessionId: string, at: Date) =>
  tx.updateTable('session').set({ last_seen_at: at }).where('id', '=', sessionId).execute();

export const confirmSession = (tx: Tx, sessionId: string, at: Date) =>
  tx.updateTable('session').set({ confirmed_at: at }).where('id', '=', sessionId).execute();

export async function deleteSession(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteSessionsExcept(tx: Tx, accountId: string, sessionId: string | undefined): Promise<void> {
  const all = tx.deleteFrom('session').where('account_id', '=', accountId);
  await (sessionId ? all.where('id', '<>', sessionId) : all).execute();
}
