import { acrossCustomers } from '../../platform/database.ts';
import { NotFound, operatorOf, type Visit } from '../../platform/visit.ts';
import { consentReceipt, receiptFile } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import type { Step } from './subscriber.ts';
import { findSubscriber, listChoices } from './subscriber.queries.ts';
import { words } from './words.ts';

/** What each step did with the consent; asking for letters is not yet to consent, for the address has not confirmed it. */
const states: Record<Step, string> = { asked: 'requested', confirmed: 'given', changed: 'given', unsubscribed: 'withdrawn' };

/** The proof in the subscriber's own hands (Art. 7(1)): the same receipt as whoever has an account gets, with the day it expires. */
export async function subscriptionReceipt(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const token = params['token']!;
  const id = house.secrets.readToken('newsletter subscriber', token);
  const found = await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const subscriber = id && (await findSubscriber(tx, id, house.clock.now()));
    return subscriber ? { subscriber, choices: await listChoices(tx, subscriber.id) } : undefined;
  });
  const events = (found?.choices ?? []).map(({ step, ...choice }) => ({
    ...choice,
    event: 'consent',
    about: 'newsletter',
    state: states[step],
  }));
  const latest = events.findLast(({ state }) => state !== 'requested');
  if (!found || !latest) throw new NotFound();
  const { id: principal, due_at: validUntil } = found.subscriber;
  const how = { sv: words.sv.receiptHow, en: words.en.receiptHow };
  // Not the secret link itself: a lost receipt opens nothing. Asked for again, it is mailed to the address.
  const whose = { id: principal, withdrawnAt: href('newsletter'), how, ...(latest.state === 'given' ? { validUntil } : {}) };
  return receiptFile(visit, consentReceipt(house, operatorOf(visit), whose, latest, events));
}
