import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { forgetTries } from '../platform/throttle.ts';
import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { openResetChallenge } from './challenge.ts';
import { deleteChallengesOf, findChallenge, takeChallenge } from './challenge.queries.ts';
import { noteConfirmedAddress, savePassword } from './credential.queries.ts';
import { rotateToken } from './keep-session.ts';
import { limits } from './limits.ts';
import { hashPassword } from './password.ts';
import { deleteSessionsExcept } from './session.queries.ts';

// Whatever someone had under way with the former password is over.
const opened = ['reset-password', 'change-email', 'second-factor', 'passkey'] as const;

/** The same rows are written for every address; whether there is anyone to write to shows only when the mail is made. */
export async function askForReset(house: House, address: string, language: 'sv' | 'en'): Promise<void> {
  await house.database.transaction(acrossCustomers('sign-in'), async (tx) => {
    const challengeId = await openResetChallenge(tx, house, address);
    await postMail(tx, house.clock, { to: { address }, template: 'reset-password', language, about: { challengeId } });
  });
}

export function findReset(house: House, token: string) {
  const challengeId = house.secrets.readToken('challenge', token);
  if (!challengeId) return undefined;
  return house.database.transaction(acrossCustomers('sign-in'), (tx) =>
    findChallenge(tx, challengeId, 'reset-password', house.clock.now()),
  );
}

export async function saveReset(
  house: House,
  reset: { id: string; account_email: string; language: string },
  password: string,
): Promise<boolean> {
  const hash = await hashPassword(password);
  const saved = await house.database.transaction(acrossCustomers('sign-in'), async (tx) => {
    const now = house.clock.now();
    const accountId = (await takeChallenge(tx, reset.id, 'reset-password', now))?.account_id;
    if (!accountId) return false;
    await savePassword(tx, accountId, hash, now);
    await noteConfirmedAddress(tx, accountId, now);
    await deleteSessionsExcept(tx, accountId, undefined);
    await deleteChallengesOf(tx, accountId, [...opened]);
    await postMail(tx, house.clock, { to: { accountId }, template: 'password-changed', language: reset.language as 'sv' | 'en' });
    return true;
  });
  if (saved) await forgetTries(house, limits.signIn.own, reset.account_email);
  return saved;
}

/** A new password for someone signed in: this session goes on under a new token, every other one ends. */
export async function changePassword(visit: Visit, password: string): Promise<string | undefined> {
  const { accountId, sessionId, language } = actorOf(visit);
  const hash = await hashPassword(password);
  return visit.house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    await savePassword(tx, accountId, hash, visit.house.clock.now());
    await deleteSessionsExcept(tx, accountId, sessionId);
    await deleteChallengesOf(tx, accountId, [...opened]);
    await postMail(tx, visit.house.clock, { to: { accountId }, template: 'password-changed', language });
    return rotateToken(tx, visit, { keepPrevious: false });
  });
}
