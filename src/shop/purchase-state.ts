import type { Selectable } from 'kysely';
import type { Purchase } from '../../db/types.ts';

export type PurchaseRow = Selectable<Purchase>;
export const purchaseStates = ['unpaid', 'overdue', 'paid', 'undone', 'to refund', 'refunded'] as const;
/** `undone`: withdrawn by the buyer or cancelled by us before anything was paid. */
export type PurchaseState = (typeof purchaseStates)[number];

type Dates = Pick<PurchaseRow, 'pay_by' | 'paid_at' | 'withdrawn_at' | 'cancelled_at' | 'refunded_at'>;

export function purchaseState({ pay_by, paid_at, withdrawn_at, cancelled_at, refunded_at }: Dates, now: Date): PurchaseState {
  if (refunded_at) return 'refunded';
  if (withdrawn_at ?? cancelled_at) return paid_at ? 'to refund' : 'undone';
  if (paid_at) return 'paid';
  return pay_by < now ? 'overdue' : 'unpaid';
}

export const isUndone = ({ withdrawn_at, cancelled_at }: Pick<PurchaseRow, 'withdrawn_at' | 'cancelled_at'>): boolean =>
  (withdrawn_at ?? cancelled_at) !== null;
