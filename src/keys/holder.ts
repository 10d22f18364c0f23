import { scopeOf, type Visit } from '../platform/visit.ts';
import { findOwnAccount, type KeyRow } from './keys.queries.ts';

/** A key made for one address is only for whoever signs in with it. */
export const isHolder = (key: KeyRow, email: string | null): boolean => key.bound_email === null || key.bound_email === email;

/** The address the actor signs in with. */
export async function ownEmail(visit: Visit): Promise<string | null> {
  const { actor } = visit;
  if (!actor) return null;
  const account = await visit.house.database.transaction(scopeOf(visit, 'open-course'), (tx) => findOwnAccount(tx, actor.accountId));
  return account?.email ?? null;
}
