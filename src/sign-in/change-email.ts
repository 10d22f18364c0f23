import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { openEmailChallenge } from './challenge.ts';
import { deleteChallengesOf, findChallenge, takeChallenge } from './challenge.queries.ts';
import { findAccountByEmail, findCredentials, saveEmail } from './credential.queries.ts';

/** Nothing here tells whether the address is taken: that is only for whoever reads its mail. */
export function askForEmail(visit: Visit, address: string): Promise<void> {
  const { house } = visit;
  const { accountId, language } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    await deleteChallengesOf(tx, accountId, ['change-email']);
    const challengeId = await openEmailChallenge(tx, house, accountId, address);
    await postMail(tx, house.clock, { to: { accountId, address }, template: 'confirm-email', language, about: { challengeId } });
  });
}

export function findEmailChange(house: House, token: string) {
  const challengeId = house.secrets.readToken('challenge', token);
  if (!challengeId) return undefined;
  return house.database.transaction(acrossCustomers('sign-in'), (tx) => findChallenge(tx, challengeId, 'change-email', house.clock.now()));
}

type Outcome = 'done' | 'ended' | 'taken';

export async function confirmEmail(house: House, challengeId: string): Promise<Outcome> {
  try {
    return await house.database.transaction(acrossCustomers('sign-in'), (tx) => moveToAddress(tx, house, challengeId));
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return 'taken'; // another account took it in the same moment
    throw error;
  }
}

async function moveToAddress(tx: Tx, house: House, challengeId: string): Promise<Outcome> {
  const now = house.clock.now();
  const { account_id: accountId, email } = (await takeChallenge(tx, challengeId, 'change-email', now)) ?? {};
  if (!accountId || !email) return 'ended';
  if (await findAccountByEmail(tx, email)) return 'taken';
  const before = await findCredentials(tx, accountId);
  await saveEmail(tx, accountId, email, now);
  await deleteChallengesOf(tx, accountId, ['reset-password']);
  if (before?.email) {
    const to = { accountId, address: before.email };
    await postMail(tx, house.clock, { to, template: 'email-changed', language: before.language as 'sv' | 'en' });
  }
  return 'done';
}
