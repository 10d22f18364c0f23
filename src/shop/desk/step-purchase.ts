import type { Scope, Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { changePurchase, findPurchase, lockPurchase } from '../purchase.queries.ts';
import { isUndone, purchaseState, type PurchaseRow, type PurchaseState } from '../purchase-state.ts';
import { undoPurchase } from '../undo-purchase.ts';

export const steps = ['paid', 'unpaid', 'cancelled', 'refunded', 'link'] as const;
export type Step = (typeof steps)[number];

const stepsOf: Record<PurchaseState, readonly Step[]> = {
  unpaid: ['paid', 'link', 'cancelled'],
  overdue: ['paid', 'link', 'cancelled'],
  paid: ['link', 'unpaid', 'cancelled'],
  // Money that comes too late is to be refunded.
  undone: ['paid', 'link'],
  'to refund': ['refunded', 'link', 'unpaid'],
  refunded: ['link'],
};

/** What can be done with a purchase now, the likeliest first. */
export const stepsFrom = (purchase: PurchaseRow, now: Date): readonly Step[] => stepsOf[purchaseState(purchase, now)];

/** Whether it is as the step would make it: whoever presses twice has done it once. */
const isDone: Record<Step, (purchase: PurchaseRow) => boolean> = {
  paid: ({ paid_at }) => paid_at !== null,
  unpaid: ({ paid_at }) => paid_at === null,
  cancelled: (purchase) => isUndone(purchase),
  refunded: ({ refunded_at }) => refunded_at !== null,
  link: () => false,
};

/** One step of whoever answers buyers. False: it is not to be taken now, or the actor finds no such purchase. */
export async function stepPurchase(house: House, scope: Scope, id: string, step: Step, paidAt?: Date): Promise<boolean> {
  const at = house.clock.now();
  if (step === 'cancelled') return cancel(house, scope, id, at);
  return house.database.transaction(scope, async (tx) => {
    const purchase = await lockPurchase(tx, id);
    if (!purchase) return false;
    if (isDone[step](purchase)) return true;
    if (!stepsFrom(purchase, at).includes(step)) return false;
    if (step === 'paid') await changePurchase(tx, id, { paid_at: paidAt ?? at });
    if (step === 'unpaid') await changePurchase(tx, id, { paid_at: null });
    if (step === 'refunded') await changePurchase(tx, id, { refunded_at: at });
    if (step === 'refunded') await tell(house, tx, purchase, 'purchase-refunded');
    if (step === 'link') await tell(house, tx, purchase, 'purchase-link');
    return true;
  });
}

/** The key and the voucher lie beyond whoever answers: they reach there once they have been found to have the purchase before them. */
async function cancel(house: House, scope: Scope, id: string, at: Date): Promise<boolean> {
  const found = await house.database.transaction(scope, (tx) => findPurchase(tx, id));
  if (!found) return false;
  return house.database.transaction({ ...scope, across: 'purchase' }, async (tx) => {
    const purchase = await lockPurchase(tx, id);
    if (!purchase) return false;
    if (isDone.cancelled(purchase)) return true;
    await undoPurchase(tx, id, 'cancelled', at);
    await tell(house, tx, purchase, 'purchase-cancelled');
    return true;
  });
}

/** The mail says only that there is something to read (N-53). */
function tell(house: House, tx: Tx, { id, email, language }: PurchaseRow, template: string): Promise<void> {
  const about = { purchaseId: id };
  return postMail(tx, house.clock, { to: { address: email }, template, language: language === 'en' ? 'en' : 'sv', about });
}
