import { sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { addBoughtKey } from '../keys/index.ts';
import { addDays, addMonths } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { dueBy } from '../privacy/index.ts';
import { findPurchase } from './purchase.queries.ts';
import type { PurchaseRow } from './purchase-state.ts';
import { enterVoucher } from './voucher.queries.ts';

/** How long the bought key waits to be used. */
export const keyMonths = 12;

export type Ordered = PurchaseRow | 'gone' | 'not for sale' | 'other price';

/**
 * Turns what somebody filled in into an order, at the price that they were shown: key, purchase, voucher and the mail that confirms it are one act. The order has
 * the id of what was filled in, so the mailed link goes on to lead to it, and a second press finds it done. `KU001` of PostgreSQL when the
 * agreement has no free seat: then nothing has changed. In a transaction that reaches across customers for `purchase`.
 */
export async function placeOrder(tx: Tx, house: House, checkoutId: string, shownOre: number): Promise<Ordered> {
  const at = house.clock.now();
  const checkout = await tx.selectFrom('checkout').selectAll().where('id', '=', checkoutId).forUpdate().executeTakeFirst();
  if (!checkout) return (await findPurchase(tx, checkoutId)) ?? 'gone';
  const sold = await findSold(tx, checkout);
  if (!sold) return 'not for sale';
  if (sold.ore !== shownOre) return 'other price';
  const { customer_id, course_id, email, given_name, family_name, language, payment_method } = checkout;
  const keyId = await addBoughtKey(
    tx,
    house,
    { customerId: customer_id, batchId: sold.batch_id, expiresAt: addMonths(at, keyMonths) },
    { email, givenName: given_name, familyName: family_name },
  );
  const purchase = await tx
    .insertInto('purchase')
    .values({
      ...{ id: checkout.id, customer_id, course_id, key_id: keyId, course_title: sold.title },
      ...{ email, given_name, family_name, language, payment_method, ore: sold.ore, vat_percent: sold.vat_percent },
      ordered_at: at,
      pay_by: addDays(at, sold.payment_days),
      due_at: dueBy(dataMap.purchase.retention, at),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await enterVoucher(tx, purchase, at);
  await tx.deleteFrom('checkout').where('id', '=', checkoutId).execute();
  await postMail(tx, house.clock, {
    to: { address: email },
    template: 'order-placed',
    language: language === 'en' ? 'en' : 'sv',
    about: { purchaseId: purchase.id },
  });
  return purchase;
}

/** The course as it is sold now: its price, its title, and in how many days one pays. */
function findSold(tx: Tx, place: { customer_id: string; course_id: string }) {
  return tx
    .selectFrom('course_price as p')
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'p.customer_id').onRef('c.id', '=', 'p.course_id'))
    .innerJoin('seller', 'seller.customer_id', 'p.customer_id')
    .select(['p.ore', 'p.vat_percent', 'p.batch_id', 'c.title', 'seller.payment_days'])
    .where('p.customer_id', '=', place.customer_id)
    .where('p.course_id', '=', place.course_id)
    .where('p.on_sale', '=', sql<boolean>`true`)
    .executeTakeFirst();
}
