import { sql, type Selectable } from 'kysely';
import type { CoursePrice, Seller } from '../../../db/types.ts';
import type { Tx } from '../../platform/database.ts';

export type SellerRow = Selectable<Seller>;
export type PriceRow = Selectable<CoursePrice>;
export const coursesPerPage = 50;
/** As many as a field to choose in can show and still be read. */
const mostCustomers = 200;

export function findSeller(tx: Tx): Promise<SellerRow | undefined> {
  return tx.selectFrom('seller').selectAll().executeTakeFirst();
}

export async function saveSeller(tx: Tx, seller: Omit<SellerRow, 'only_one'>): Promise<void> {
  await tx
    .insertInto('seller')
    .values(seller)
    .onConflict((on) => on.column('only_one').doUpdateSet(seller))
    .execute();
}

export type CustomerChoice = { id: string; name: string; kind: string };

/** Whose courses may be sold: shops and private ones first, then the others, in Swedish order; and the one that is chosen already. */
export function listSellable(tx: Tx, chosen: string | undefined): Promise<CustomerChoice[]> {
  return tx
    .selectFrom('customer as c')
    .select(['c.id', 'c.name', 'c.kind'])
    .where((is) => is.or([is('c.ended_at', 'is', null), is('c.ended_at', '>', sql<Date>`app.now()`), is('c.id', '=', chosen ?? null)]))
    .orderBy(
      sql`c.id is not distinct from ${chosen ?? null}::uuid desc, c.kind in ('shop', 'private') desc, c.name collate "sv-x-icu", c.id`,
    )
    .limit(mostCustomers)
    .execute();
}

export async function isSellable(tx: Tx, customerId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('customer')
    .select('id')
    .where('id', '=', customerId)
    .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>', sql<Date>`app.now()`)]))
    .executeTakeFirst();
  return found !== undefined;
}

export type ShopCourse = {
  id: string;
  title: string;
  ore: number | null;
  vat_percent: number | null;
  access_days: number | null;
  batch_id: string | null;
  on_sale: boolean | null;
};

const courses = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('course as c')
    .leftJoin('course_price as p', (join) => join.onRef('p.customer_id', '=', 'c.customer_id').onRef('p.course_id', '=', 'c.id'))
    .select(['c.id', 'c.title', 'p.ore', 'p.vat_percent', 'p.access_days', 'p.batch_id', 'p.on_sale'])
    .where('c.customer_id', '=', customerId)
    .where((is) =>
      is.exists(
        is
          .selectFrom('course_version as v')
          .select('v.id')
          .whereRef('v.customer_id', '=', 'c.customer_id')
          .whereRef('v.course_id', '=', 'c.id')
          .where('v.published_at', 'is not', null),
      ),
    );

const place = sql`c.title collate "sv-x-icu", c.id`;

/** The customer's published courses in Swedish order; one more than a page. */
export function listShopCourses(tx: Tx, customerId: string, after: string | undefined): Promise<ShopCourse[]> {
  return courses(tx, customerId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${place}) > (select ${place} from course c where c.customer_id = ${customerId}::uuid and c.id = ${after}::uuid)`,
      ),
    )
    .orderBy(sql`c.title collate "sv-x-icu"`)
    .orderBy('c.id')
    .limit(coursesPerPage + 1)
    .execute();
}

export function findShopCourse(tx: Tx, customerId: string, courseId: string): Promise<ShopCourse | undefined> {
  return courses(tx, customerId).where('c.id', '=', courseId).executeTakeFirst();
}

/** Held until the transaction ends: of two who set a price at once, one comes after the other, and one batch is opened. */
export async function lockPrice(tx: Tx, customerId: string, courseId: string): Promise<PriceRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('price ' || ${courseId}, 0))`.execute(tx);
  return tx
    .selectFrom('course_price')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
}

export async function savePrice(tx: Tx, price: PriceRow): Promise<void> {
  await tx
    .insertInto('course_price')
    .values(price)
    .onConflict((on) => on.columns(['customer_id', 'course_id']).doUpdateSet(price))
    .execute();
}
