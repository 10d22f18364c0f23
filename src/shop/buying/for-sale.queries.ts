import { sql, type InferResult } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** A course of the customer in scope as it is sold: published, shown to everyone, with a price and someone who sells it. */
function forSale(tx: Tx) {
  return tx
    .selectFrom('course as c')
    .innerJoin('course_price as p', (join) => join.onRef('p.customer_id', '=', 'c.customer_id').onRef('p.course_id', '=', 'c.id'))
    .innerJoin('seller as s', 's.customer_id', 'c.customer_id')
    .select([
      'c.customer_id',
      'c.id as course_id',
      'c.slug',
      'c.title',
      'c.minutes',
      'c.language',
      'p.ore',
      'p.vat_percent',
      'p.access_days',
    ])
    .select(['s.name', 's.org_number', 's.vat_number', 's.address', 's.bankgiro', 's.payment_days'])
    .where('p.on_sale', '=', sql<boolean>`true`)
    .where('c.listed_at', '<=', sql<Date>`app.now()`)
    .where((is) =>
      is.exists(
        is
          .selectFrom('course_version as v')
          .select('v.id')
          .whereRef('v.customer_id', '=', 'c.customer_id')
          .whereRef('v.course_id', '=', 'c.id')
          .where('v.published_at', '<=', sql<Date>`app.now()`),
      ),
    );
}

export type ForSale = InferResult<ReturnType<typeof forSale>>[number];
export type Seller = Pick<ForSale, 'name' | 'org_number' | 'vat_number' | 'address' | 'bankgiro' | 'payment_days'>;

export const findForSale = (tx: Tx, customerId: string, slug: string): Promise<ForSale | undefined> =>
  forSale(tx).where('c.customer_id', '=', customerId).where('c.slug', '=', slug).executeTakeFirst();

export const findForSaleById = (tx: Tx, place: { customer_id: string; course_id: string }): Promise<ForSale | undefined> =>
  forSale(tx).where('c.customer_id', '=', place.customer_id).where('c.id', '=', place.course_id).executeTakeFirst();

export function findSeller(tx: Tx) {
  return tx.selectFrom('seller').select(['name', 'org_number', 'vat_number', 'address', 'bankgiro', 'payment_days']).executeTakeFirst();
}
