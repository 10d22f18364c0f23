import { takeBackKey } from '../keys/index.ts';
import type { Tx } from '../platform/database.ts';
import { changePurchase, lockPurchase } from './purchase.queries.ts';
import { isUndone, type PurchaseRow } from './purchase-state.ts';
import { enterVoucher, listVouchersOf } from './voucher.queries.ts';

/** `withdrawn`: by the buyer, who gives no reason (distansavtalslagen 2:10). `cancelled`: by us. */
export type Undoing = 'withdrawn' | 'cancelled';

/**
 * Undoes a purchase: the course closes, the books take the sale back, and what has been paid is to be refunded. Done again, it
 * does no more. In a transaction that reaches across customers for `purchase`. Undefined when there is no such purchase.
 */
export async function undoPurchase(tx: Tx, purchaseId: string, by: Undoing, at: Date): Promise<PurchaseRow | undefined> {
  const purchase = await lockPurchase(tx, purchaseId);
  if (!purchase || isUndone(purchase)) return purchase;
  const { customer_id, key_id } = purchase;
  if (key_id) await takeBackKey(tx, { customerId: customer_id, id: key_id }, at);
  const [sale] = await listVouchersOf(tx, purchaseId);
  if (!sale) throw new Error('A purchase without a voucher cannot be taken back in the books.');
  await enterVoucher(tx, purchase, at, sale.number);
  const undone = by === 'withdrawn' ? { withdrawn_at: at } : { cancelled_at: at };
  await changePurchase(tx, purchaseId, undone);
  return { ...purchase, ...undone };
}
