import { sql, type Selectable } from 'kysely';
import type { Checkout } from '../../../db/types.ts';
import type { Tx } from '../../platform/database.ts';
import type { PurchaseRow } from '../purchase-state.ts';

export type CheckoutRow = Selectable<Checkout>;

/** False when it is there already: the same press of the button, twice. */
export async function insertCheckout(tx: Tx, checkout: Omit<CheckoutRow, 'id'> & { id: string }): Promise<boolean> {
  const made = await tx
    .insertInto('checkout')
    .values(checkout)
    .onConflict((on) => on.column('client_id').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export const findCheckout = (tx: Tx, id: string): Promise<CheckoutRow | undefined> =>
  tx.selectFrom('checkout').selectAll().where('id', '=', id).executeTakeFirst();

/** Where the bought course is, and whether its key has been used; undefined when nothing leads there any more. */
export function findBoughtCourse(tx: Tx, { customer_id, key_id }: Pick<PurchaseRow, 'customer_id' | 'key_id'>) {
  return tx
    .selectFrom('course_key as k')
    .innerJoin('key_batch as b', (join) => join.onRef('b.customer_id', '=', 'k.customer_id').onRef('b.id', '=', 'k.batch_id'))
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'b.customer_id').onRef('c.id', '=', 'b.course_id'))
    .innerJoin('customer', 'customer.id', 'k.customer_id')
    .select(['k.redeemed_at', 'k.expires_at', 'c.slug', 'customer.slug as customer_slug'])
    .where('k.customer_id', '=', customer_id)
    .where('k.id', '=', key_id)
    .executeTakeFirst();
}

export const ownPurchasesShown = 50;

/** The newest purchases of whoever acts: their row-level rule is the address that they sign in with. */
export const listOwnPurchases = (tx: Tx): Promise<PurchaseRow[]> =>
  tx
    .selectFrom('purchase')
    .selectAll()
    .where('email', '=', sql<string>`app.own_email()`)
    .orderBy('ordered_at', 'desc')
    .limit(ownPurchasesShown)
    .execute();

export const mailedAtOnce = 10;

const asking = 'find-purchases';

/** Someone asks for links to what was bought with an address. Nobody looks whether anything was. */
export async function insertFinding(tx: Tx, finding: { id: string; email: string; at: Date; expiresAt: Date }): Promise<void> {
  const { id, email, at, expiresAt } = finding;
  await tx.insertInto('challenge').values({ id, kind: asking, email, created_at: at, expires_at: expiresAt }).execute();
}

/** The newest purchases under the address that was asked for, for a mail to that address. */
export const listPurchasesAsked = (tx: Tx, challengeId: string): Promise<Pick<PurchaseRow, 'id'>[]> =>
  tx
    .selectFrom('purchase as p')
    .innerJoin('challenge as a', 'a.email', 'p.email')
    .select('p.id')
    .where('a.id', '=', challengeId)
    .where('a.kind', '=', asking)
    .orderBy('p.ordered_at', 'desc')
    .limit(mailedAtOnce)
    .execute();

/** The address that whoever acts signs in with, when it is proved to be theirs. */
export async function findOwnEmail(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ email: string | null }>`select app.own_email() as email`.execute(tx);
  return rows[0]?.email ?? undefined;
}
