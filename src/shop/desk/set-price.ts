import { openBatch } from '../../keys/index.ts';
import type { Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { findShopCourse, lockPrice, savePrice } from './settings.queries.ts';

export type NewPrice = { ore: number; vatPercent: number; accessDays: number | null; onSale: boolean };
type Sold = { customerId: string; courseId: string; label: string };

/**
 * What a course costs from now on. Those who have bought it keep what they bought: a batch says for how many days its keys open the
 * course, so other days mean another batch. False: the actor finds no such course to sell.
 */
export async function setPrice(house: House, scope: Scope, sold: Sold, price: NewPrice): Promise<boolean> {
  const { customerId, courseId, label } = sold;
  const found = await house.database.transaction({ ...scope, customerId }, (tx) => findShopCourse(tx, customerId, courseId));
  if (!found) return false;
  // The batch is the customer's own, and whoever sets the price is not of its staff.
  await house.database.transaction({ ...scope, customerId, across: 'purchase' }, async (tx) => {
    const now = await lockPrice(tx, customerId, courseId);
    const isKept = now && now.access_days === price.accessDays;
    const batch = { customerId, courseId, label, accessDays: price.accessDays };
    await savePrice(tx, {
      customer_id: customerId,
      course_id: courseId,
      ore: price.ore,
      vat_percent: price.vatPercent,
      access_days: price.accessDays,
      batch_id: isKept ? now.batch_id : await openBatch(tx, batch),
      on_sale: price.onSale,
      saved_at: house.clock.now(),
    });
  });
  return true;
}
