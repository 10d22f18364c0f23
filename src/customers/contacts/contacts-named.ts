import { acrossCustomers, goOnAs, type Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { notify } from '../../notifications/index.ts';
import { recordContactLook } from '../../privacy/index.ts';
import { listAdminIds } from '../register/register.queries.ts';
import { blankName, listNamesLike, namesShown, type NameRow } from './contacts.queries.ts';

/** The officer's, for someone who is to be erased or corrected; it reaches every customer for that and for nothing else. */
const across = (accountId: string): Scope => ({ ...acrossCustomers('erasure'), accountId });

/** The contact details in which a name stands. Those who are reached there are told that the officer has looked (N-60). */
export function findContactsNamed(house: House, actorId: string, name: string): Promise<NameRow[]> {
  return house.database.transaction(across(actorId), async (tx) => {
    const rows = await listNamesLike(tx, name);
    const look = { actorId, customerId: null, purpose: 'answer-data-subject' } as const;
    const shown = rows.slice(0, namesShown).filter(({ email }) => email !== null);
    await recordContactLook(
      tx,
      house.clock,
      look,
      shown.map(({ id }) => id),
    );
    return rows;
  });
}

export const removeNameOf = (house: House, actorId: string, contactId: string): Promise<void> =>
  removeName(house, across(actorId), contactId);

/** The name goes, and the customer's administrators are told that it has, or neither happens: not by whom, and not which. */
export function removeName(house: House, scope: Scope, contactId: string): Promise<void> {
  return house.database.transaction(scope, async (tx) => {
    const customerId = await blankName(tx, contactId, house.clock.now());
    if (!customerId) return;
    // What may be taken away is only what the scope leads to; those who are told are not.
    await goOnAs(tx, acrossCustomers('mail'));
    const to = (await listAdminIds(tx, customerId)).map(({ id }) => id);
    await notify(tx, house.clock, { event: 'contact-nameless', to, customerId });
  });
}
