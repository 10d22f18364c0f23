import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { findChallenge, takeChallenge } from './challenge.queries.ts';
import { useCode } from './second-factor.ts';
import { deleteSession } from './session.queries.ts';
import type { Caller } from './sign-in-with-password.ts';
import { startSession } from './start-session.ts';

/** Whose second factor is asked for; undefined when the first step is too long ago or was never taken. */
export async function findHalfSignedIn(house: House, challengeId: string | undefined): Promise<string | undefined> {
  if (!challengeId) return undefined;
  const challenge = await house.database.transaction(acrossCustomers('sign-in'), (tx) =>
    findChallenge(tx, challengeId, 'second-factor', house.clock.now()),
  );
  return challenge?.account_id ?? undefined;
}

/** The second step: a right code turns the challenge into a session. */
export function finishSignIn(house: House, challengeId: string, code: string, caller: Caller): Promise<{ setCookie: string } | undefined> {
  return house.database.transaction(acrossCustomers('sign-in'), async (tx) => {
    const challenge = await findChallenge(tx, challengeId, 'second-factor', house.clock.now());
    if (!challenge?.account_id || !(await useCode(tx, house, challenge.account_id, code))) return undefined;
    if (!(await takeChallenge(tx, challengeId, 'second-factor', house.clock.now()))) return undefined;
    if (caller.former) await deleteSession(tx, caller.former.accountId, caller.former.sessionId);
    return startSession(tx, house, challenge.account_id, caller.userAgent);
  });
}
