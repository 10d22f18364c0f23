import type { Tx } from '../../platform/database.ts';
import { actorOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import { insertPurchaseLooks, listBuyerAccounts } from './purchases.queries.ts';

/** A line of the list says what was bought and how it is paid, not by whom. */
export const fieldsOfList = [
  'purchase.number',
  'purchase.course_title',
  'purchase.ore',
  'purchase.ordered_at',
  'purchase.pay_by',
  'purchase.paid_at',
];
export const fieldsOfPurchase = [
  ...fieldsOfList,
  'purchase.email',
  'purchase.given_name',
  'purchase.family_name',
  'purchase.withdrawn_at',
  'purchase.cancelled_at',
  'purchase.refunded_at',
  'voucher.number',
];
export const fieldsOfBooks = ['voucher.number', 'voucher.reference', 'voucher.ore', 'voucher.happened_on'];
export const fieldsOfBooksWithNames = [...fieldsOfBooks, 'voucher.counterparty'];

/**
 * N-60 for those who have no account too: the look is tied to the purchases that were seen, and to the accounts of buyers who
 * have one.
 */
export async function lookAtPurchases(
  tx: Tx,
  visit: Visit,
  purpose: 'sell' | 'keep-books',
  fields: string[],
  purchaseIds: string[],
): Promise<void> {
  const ids = [...new Set(purchaseIds)];
  if (ids.length === 0) return;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId: null,
    purpose,
    room: 'shop',
    fields,
    subjects: await listBuyerAccounts(tx, ids),
    others: true,
  });
  if (logId) await insertPurchaseLooks(tx, logId, ids);
}
