import { randomUUID } from 'node:crypto';
import { addDays } from '../platform/clock.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { insertKeyChallenge } from './challenge.queries.ts';

/**
 * Sends the link that proves an address. No account is looked for: whether there is one makes no
 * difference, neither in the answer nor in the time it takes.
 */
export async function sendLinkTo(house: House, link: { keyId: string; email: string; language: 'sv' | 'en' }): Promise<void> {
  const { keyId, email, language } = link;
  const id = randomUUID();
  await house.database.transaction(acrossCustomers('key redemption'), async (tx) => {
    await insertKeyChallenge(tx, { id, keyId, email, expiresAt: addDays(house.clock.now(), 1) });
    await postMail(tx, house.clock, { to: { address: email }, template: 'redeem-key', language, about: { challengeId: id } });
  });
}
