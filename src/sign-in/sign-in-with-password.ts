import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { openChallenge } from './challenge.ts';
import { findSignIn, replaceHash } from './credential.queries.ts';
import { hashPassword, isOutdated, passwordMatches } from './password.ts';
import { deleteSession } from './session.queries.ts';
import { startSession } from './start-session.ts';

export type Caller = {
  userAgent: string | null;
  /** The session that the new one takes the place of. */
  former: { accountId: string; sessionId: string } | undefined;
};
type SignIn = { state: 'wrong' } | { state: 'in' | 'second-factor'; setCookie: string };

/** Unknown addresses and wrong passwords walk the same way: one query, one hash, one answer. */
export async function signInWithPassword(house: House, typed: { email: string; password: string }, caller: Caller): Promise<SignIn> {
  const account = await house.database.transaction(acrossCustomers('sign-in'), (tx) => findSignIn(tx, typed.email));
  if (!(await passwordMatches(account?.hash, typed.password)) || !account?.hash) return { state: 'wrong' };
  const { id: accountId, hash } = account;
  const raised = isOutdated(hash) ? await hashPassword(typed.password) : undefined;
  return house.database.transaction(acrossCustomers('sign-in'), async (tx) => {
    if (raised) await replaceHash(tx, accountId, hash, raised);
    if (account.second_factor_at)
      return { state: 'second-factor', setCookie: await openChallenge(tx, house, 'second-factor', { accountId }) };
    if (caller.former) await deleteSession(tx, caller.former.accountId, caller.former.sessionId);
    return { state: 'in', ...(await startSession(tx, house, accountId, caller.userAgent)) };
  });
}
