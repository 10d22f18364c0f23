import { randomUUID } from 'node:crypto';
import { addDays } from '../platform/clock.ts';
import { acrossCustomers } from '../platform/database.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { actorOf, customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import { batchOf } from './batch.actions.tsx';
import { insertKeyChallenge } from './challenge.queries.ts';
import { lockOrder } from './key-order.queries.ts';
import { holdSendable, listSendable } from './send-keys.queries.ts';

export const invitationDays = 14;

/**
 * Sends everyone whom a key is bound to a link of their own: `'all'` are those who have got none. The mail holds no key: the
 * link proves the address, which is all that a bound key asks for. Counts the mails.
 */
export async function sendKeys(visit: Visit, ids: string[] | 'all'): Promise<number> {
  const { house } = visit;
  const customerId = customerOf(visit).id;
  const { found, language } = await house.database.transaction(scopeOf(visit, 'open-course'), async (tx) => {
    const batch = await batchOf(tx, visit);
    const language = batch.course_language as 'sv' | 'en';
    return { found: await listSendable(tx, { customerId, batchId: batch.id, ids }), language };
  });
  if (found.length === 0) return 0;
  // A link is nobody's row until its person comes: only this purpose may write it.
  const scope = { ...acrossCustomers('key redemption'), accountId: actorOf(visit).accountId, customerId };
  return house.database.transaction(scope, async (tx) => {
    await lockOrder(tx, house.secrets.digest('key sending', visit.params['batch']!));
    const held = await holdSendable(tx, { customerId, ids: found, again: ids !== 'all', at: house.clock.now() });
    for (const { id: keyId, bound_email: email } of held) {
      const id = randomUUID();
      await insertKeyChallenge(tx, { id, keyId, email, expiresAt: addDays(house.clock.now(), invitationDays) });
      await postMail(tx, house.clock, { to: { address: email }, template: 'key-invitation', language, about: { challengeId: id } });
    }
    return held.length;
  });
}
