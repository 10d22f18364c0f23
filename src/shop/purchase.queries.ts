import type { Tx } from '../platform/database.ts';
import type { PurchaseRow } from './purchase-state.ts';

export function findPurchase(tx: Tx, id: string): Promise<PurchaseRow | undefined> {
  return tx.selectFrom('purchase').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends: of two who press at once, one comes after the other. */
export function lockPurchase(tx: Tx, id: string): Promise<PurchaseRow | undefined> {
  return tx.selectFrom('purchase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changePurchase(tx: Tx, id: string, values: Partial<PurchaseRow>): Promise<void> {
  await tx.updateTable('purchase').set(values).where('id', '=', id).execute();
}
