import { sql } from 'kysely';
import { coursesShown, type CoursesSought, type CustomerKind, type PriceLine } from '../../customers/index.ts';
import type { Tx } from '../../platform/database.ts';

/** The offer that counts: the newest of the enquiry. Seen by whoever sees the enquiry. */
export function findOffer(tx: Tx, enquiryId: string) {
  return tx
    .selectFrom('offer')
    .select(['id', 'number', 'author_id', 'seats', 'period_months', 'renews', 'notice_months', 'courses', 'made_at', 'valid_until'])
    .select([
      'accepted_at',
      'declined_at',
      'customer_id',
      'client_id',
      sql<CustomerKind>`kind`.as('kind'),
      sql<PriceLine[]>`lines`.as('lines'),
    ])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
export type OfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

/** The titles of the offered courses, which are in the open catalogue. */
export function listTitles(tx: Tx, courses: string[]): Promise<{ title: string }[]> {
  if (courses.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('course')
    .select('title')
    .where('id', 'in', courses)
    .where('listed_at', 'is not', null)
    .orderBy(sql`title collate "sv-x-icu"`)
    .execute();
}

export type NewOffer = Pick<
  OfferRow,
  'author_id' | 'client_id' | 'kind' | 'seats' | 'period_months' | 'renews' | 'notice_months' | 'courses' | 'lines' | 'valid_until'
>;

/** Called under the enquiry's lock. The number, or undefined when the same form has made it already. */
export async function insertOffer(tx: Tx, enquiryId: string, { lines, ...made }: NewOffer, at: Date): Promise<number | undefined> {
  const row = await tx
    .insertInto('offer')
    .values({
      ...made,
      lines: JSON.stringify(lines),
      enquiry_id: enquiryId,
      made_at: at,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from offer where enquiry_id = ${enquiryId})`,
    })
    .onConflict((on) => on.columns(['enquiry_id', 'client_id']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return row?.number;
}

type Answer = { accepted_at: Date; customer_id: string } | { declined_at: Date; reason: string };

export async function answerOffer(tx: Tx, offerId: string, answer: Answer): Promise<void> {
  await tx.updateTable('offer').set(answer).where('id', '=', offerId).execute();
}

/** Courses of the open catalogue that may be offered, with whose they are: the chosen ones first, and one more than are shown. */
export function listOffered(tx: Tx, { text, chosen }: CoursesSought) {
  const isChosen = sql<boolean>`c.id = any(${chosen}::uuid[])`;
  const isSought = sql<boolean>`strpos(lower(c.title || ' ' || k.name collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0`;
  return tx
    .selectFrom('course as c')
    .innerJoin('customer as k', 'k.id', 'c.customer_id')
    .select(['c.id', 'c.title', 'k.name as customer'])
    .where('c.listed_at', '<=', sql<Date>`app.now()`)
    .where(
      sql<boolean>`exists (select from course_version v where v.customer_id = c.customer_id and v.course_id = c.id and v.published_at is not null)`,
    )
    .where(sql<boolean>`(${text} = '' or ${isChosen} or ${isSought})`)
    .orderBy(isChosen, 'desc')
    .orderBy(sql`c.title collate "sv-x-icu"`)
    .orderBy('c.id')
    .limit(chosen.length + coursesShown + 1)
    .execute();
}
