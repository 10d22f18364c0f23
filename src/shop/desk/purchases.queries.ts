import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { PurchaseState } from '../purchase-state.ts';

export const purchasesPerPage = 50;

/** `search`: a whole order number or a whole address, so that nobody is found by guessing. */
export type PurchasesWanted = { state: PurchaseState | undefined; search: string; after: Place | undefined };
/** Where a page ended. */
export type Place = { at: Date; id: string };

const isUndone = sql<boolean>`(withdrawn_at is not null or cancelled_at is not null)`;
const isUnpaid = sql<boolean>`(paid_at is null and withdrawn_at is null and cancelled_at is null)`;
const isToRefund = sql<boolean>`(paid_at is not null and refunded_at is null and ${isUndone})`;

/** The same as purchaseState, where the rows are. Each but the usual one is as its partial index has it. */
const inState: Record<PurchaseState, RawBuilder<boolean>> = {
  unpaid: sql`(${isUnpaid} and pay_by >= app.now())`,
  overdue: sql`(${isUnpaid} and pay_by < app.now())`,
  paid: sql`(paid_at is not null and not ${isUndone})`,
  undone: sql`(${isUndone} and paid_at is null)`,
  'to refund': isToRefund,
  refunded: sql`(${isUndone} and refunded_at is not null)`,
};

/** Whoever has not paid is read in the order of the day to pay, the others with the newest first. */
export const isByPayDay = (state: PurchaseState | undefined): boolean => state === 'unpaid' || state === 'overdue';

/** One page, and one more. */
export function listPurchases(tx: Tx, { state, search, after }: PurchasesWanted) {
  const byDay = isByPayDay(state);
  const place = byDay ? sql`(pay_by, id) >` : sql`(ordered_at, id) <`;
  return tx
    .selectFrom('purchase')
    .select(['id', 'number', 'course_title', 'ore', 'ordered_at', 'pay_by', 'paid_at', 'withdrawn_at', 'cancelled_at', 'refunded_at'])
    .$if(state !== undefined, (query) => query.where(inState[state!]))
    .$if(search !== '', (query) => query.where(isFound(search)))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${place} (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy(byDay ? 'pay_by' : 'ordered_at', byDay ? 'asc' : 'desc')
    .orderBy('id', byDay ? 'asc' : 'desc')
    .limit(purchasesPerPage + 1);
}
export type ListedPurchase = Awaited<ReturnType<ReturnType<typeof listPurchases>['execute']>>[number];

const isFound = (search: string): RawBuilder<boolean> =>
  search.includes('@') ? sql`email = ${search.toLowerCase()}` : sql`number = ${search.replaceAll(/[\s-]/g, '').toUpperCase()}`;

export type Waiting = { unpaid: number; overdue: number; toRefund: number };

/** What somebody has to do something about, by partial indexes: those who have paid are not counted. */
export const countWaiting = sql<Waiting>`select
  (select count(*) from purchase where ${inState.unpaid})::int as unpaid,
  (select count(*) from purchase where ${inState.overdue})::int as overdue,
  (select count(*) from purchase where ${isToRefund})::int as "toRefund"`;

/** The accounts of those buyers who have one. */
export async function listBuyerAccounts(tx: Tx, purchaseIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.buyers_of(${purchaseIds}::uuid[]) as b(id)`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertPurchaseLooks(tx: Tx, logId: string, purchaseIds: string[]): Promise<void> {
  await tx
    .insertInto('purchase_look')
    .values(purchaseIds.map((purchase_id) => ({ purchase_id, log_id: logId })))
    .execute();
}

/** Who is to be reminded now, and is no more after this: a page of them, past those whom another is about to remind. */
export async function takeUnpaid(tx: Tx, { dueBefore, at, limit }: { dueBefore: Date; at: Date; limit: number }) {
  return tx
    .updateTable('purchase')
    .set({ reminded_at: at })
    .where('id', 'in', (from) =>
      from
        .selectFrom('purchase')
        .select('id')
        .where(isUnpaid)
        .where('pay_by', '<=', dueBefore)
        .where('reminded_at', 'is', null)
        .orderBy('pay_by')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'email', sql<'sv' | 'en'>`language`.as('language')])
    .execute();
}
