import type { Tx } from '../../platform/database.ts';
import { addDays } from '../../platform/clock.ts';
import { firstEnd } from './agreement.ts';
import { holdCustomer, insertAgreement, isMade, lastEnd, overlaps, setCustomerEnd, type NewAgreement } from './agreement.queries.ts';
import { fetchDays } from './data-terms.ts';

/** Makes an agreement, once for each form. A customer has one at a time: the seats of two could not be told apart. */
export async function makeAgreement(tx: Tx, made: Omit<NewAgreement, 'endsAt'>, at: Date): Promise<'made' | 'overlaps' | 'no customer'> {
  const customer = await holdCustomer(tx, made.customerId);
  if (!customer) return 'no customer';
  const endsAt = firstEnd({ starts_at: made.startsAt, period_months: made.periodMonths, renews: made.renews });
  if (await isMade(tx, made.customerId, made.clientId)) return 'made';
  if (await overlaps(tx, made.customerId, made.startsAt, endsAt)) return 'overlaps';
  await insertAgreement(tx, { ...made, endsAt }, at);
  await endWithAgreements(tx, made.customerId);
  return 'made';
}

/** A customer's courses are open as long as its last agreement; what it owns is kept some time longer, to be fetched. */
export async function endWithAgreements(tx: Tx, customerId: string): Promise<void> {
  const end = (await lastEnd(tx, customerId)) ?? null;
  await setCustomerEnd(tx, customerId, end, end && addDays(end, fetchDays));
}
