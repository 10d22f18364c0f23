import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { openChallenge } from './challenge.ts';
import { takeChallenge } from './challenge.queries.ts';
import { askForPasskey, readPasskeyAnswer } from './passkey.ts';
import { findPasskey, notePasskeyUse } from './passkey.queries.ts';
import { confirmSession, deleteSession } from './session.queries.ts';
import type { Caller } from './sign-in-with-password.ts';
import { startSession } from './start-session.ts';

export async function openPasskeyQuestion(house: House) {
  const options = await askForPasskey(house);
  const setCookie = await house.database.transaction(acrossCustomers('sign-in'), (tx) =>
    openChallenge(tx, house, 'passkey', { nonce: options.challenge }),
  );
  return { options, setCookie };
}

type Outcome = { state: 'unknown' | 'refused' | 'confirmed' } | { state: 'in'; setCookie: string };

/** Signs in; for someone signed in already it confirms that it is still they. A challenge is used up also by a wrong answer. */
export function signInWithPasskey(house: House, challengeId: string, answer: { id: string }, caller: Caller): Promise<Outcome> {
  return house.database.transaction(acrossCustomers('sign-in'), async (tx) => {
    const challenge = await takeChallenge(tx, challengeId, 'passkey', house.clock.now());
    if (!challenge?.nonce || challenge.account_id) return { state: 'refused' };
    const passkey = await findPasskey(tx, answer.id);
    if (!passkey) return { state: 'unknown' };
    const counter = await readPasskeyAnswer(house, answer, challenge.nonce, passkey);
    if (counter === undefined || !(await notePasskeyUse(tx, passkey, { counter, at: house.clock.now() }))) return { state: 'refused' };
    return letIn(tx, house, passkey.account_id, caller);
  });
}

async function letIn(tx: Tx, house: House, accountId: string, { former, userAgent }: Caller): Promise<Outcome> {
  if (former?.accountId === accountId) {
    await confirmSession(tx, former.sessionId, house.clock.now());
    return { state: 'confirmed' };
  }
  if (former) await deleteSession(tx, former.accountId, former.sessionId);
  return { state: 'in', ...(await startSession(tx, house, accountId, userAgent)) };
}
