import type { Tx } from '../../platform/database.ts';
import { endOfDay, dayOf } from '../../platform/calendar.ts';
import { agreementState, endAfterNotice, endAfterRenewal } from './agreement.ts';
import { findSeats, holdAgreement, holdCustomer, overlaps, updateAgreement } from './agreement.queries.ts';
import { endWithAgreements } from './make-agreement.ts';

export type Change =
  | { change: 'notice'; by: 'customer' | 'operator' }
  /** Takes notice back, or goes on for one period more. */
  | { change: 'renew' }
  /** Ends with today, as both sides have agreed. */
  | { change: 'end' }
  | { change: 'seats'; seats: number };

export type Outcome = 'changed' | 'not there' | 'ended' | 'overlaps' | 'too few seats';

/** Changes an agreement under its customer's lock. The same press twice changes it once. */
export async function changeAgreement(tx: Tx, place: { customerId: string; id: string }, wanted: Change, at: Date): Promise<Outcome> {
  const { customerId, id } = place;
  await holdCustomer(tx, customerId);
  const agreement = await holdAgreement(tx, customerId, id);
  if (!agreement) return 'not there';
  if (agreementState(agreement, at) === 'ended') return 'ended';
  if (wanted.change === 'seats') return changeSeats(tx, place, wanted.seats);
  if (wanted.change === 'notice' && !agreement.noticed_at) {
    await updateAgreement(tx, customerId, id, { noticed_at: at, noticed_by: wanted.by, ends_at: endAfterNotice(agreement, at) });
  }
  if (wanted.change === 'renew' && agreement.ends_at) {
    const endsAt = endAfterRenewal(agreement);
    if (await overlaps(tx, customerId, agreement.ends_at, endsAt)) return 'overlaps';
    await updateAgreement(tx, customerId, id, { noticed_at: null, noticed_by: null, ends_at: endsAt });
  }
  if (wanted.change === 'end') {
    const endsAt = endOfDay(dayOf(at));
    await updateAgreement(tx, customerId, id, {
      noticed_at: agreement.noticed_at ?? at,
      noticed_by: agreement.noticed_by ?? 'operator',
      ends_at: endsAt,
    });
  }
  await endWithAgreements(tx, customerId);
  return 'changed';
}

/** Never fewer than are taken and promised: nobody loses a seat by a number. */
async function changeSeats(tx: Tx, { customerId, id }: { customerId: string; id: string }, seats: number): Promise<Outcome> {
  const figures = await findSeats(tx, customerId);
  if (figures?.agreement_id === id && seats < figures.used + figures.reserved) return 'too few seats';
  await updateAgreement(tx, customerId, id, { seats });
  return 'changed';
}
