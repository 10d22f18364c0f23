import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { setContactsDue } from '../contacts/contacts.queries.ts';
import { coursesShown, type CoursesSought } from './courses-sought.ts';
import type { PriceLine } from './price.ts';

const columns = [
  'id',
  'customer_id',
  'number',
  'language',
  'starts_at',
  'period_months',
  'renews',
  'notice_months',
  'seats',
  'all_courses',
  'noticed_at',
  'noticed_by',
  'ends_at',
] as const;

type Narrow = { language: 'sv' | 'en'; noticed_by: 'customer' | 'operator' | null };

const agreements = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('agreement as a')
    .select(columns)
    .select(
      sql<PriceLine[]>`coalesce((select json_agg(json_build_object('description', l.description, 'quantity', l.quantity,
        'unitOre', l.unit_ore, 'vatPercent', l.vat_percent) order by l.position) from agreement_line l
        where l.customer_id = a.customer_id and l.agreement_id = a.id), '[]')`.as('lines'),
    )
    .select(
      sql<{ id: string; title: string }[]>`coalesce((select json_agg(json_build_object('id', c.id, 'title', c.title)
        order by c.title collate "sv-x-icu") from agreement_course ac
        join course c on c.customer_id = ac.customer_id and c.id = ac.course_id
        where ac.customer_id = a.customer_id and ac.agreement_id = a.id), '[]')`.as('courses'),
    )
    .where('a.customer_id', '=', customerId)
    .$narrowType<Narrow>();

export type AgreementRow = Awaited<ReturnType<typeof listAgreements>>[number];

/** Few enough to be read whole: one a customer at a time. The newest first. */
export const listAgreements = (tx: Tx, customerId: string) => agreements(tx, customerId).orderBy('a.number', 'desc').limit(100).execute();

export const findAgreement = (tx: Tx, customerId: string, id: string) =>
  agreements(tx, customerId).where('a.id', '=', id).executeTakeFirst();

/** The customer's courses that an agreement may be about: the chosen ones first, and one more than are shown. */
export function listCoursesSought(tx: Tx, customerId: string, { text, chosen }: CoursesSought) {
  const isChosen = sql<boolean>`id = any(${chosen}::uuid[])`;
  const isSought = sql<boolean>`strpos(lower(title collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0`;
  return tx
    .selectFrom('course')
    .select(['id', 'title'])
    .where('customer_id', '=', customerId)
    .where(sql<boolean>`(${text} = '' or ${isChosen} or ${isSought})`)
    .orderBy(isChosen, 'desc')
    .orderBy(sql`title collate "sv-x-icu"`)
    .orderBy('id')
    .limit(chosen.length + coursesShown + 1)
    .execute();
}

/** Held until the transaction ends, so that two who change its time at once do it one after the other. */
export const holdAgreement = (tx: Tx, customerId: string, id: string) =>
  tx
    .selectFrom('agreement')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .$narrowType<Narrow>()
    .forUpdate()
    .executeTakeFirst();

export type NewAgreement = {
  id: string;
  clientId: string;
  customerId: string;
  language: 'sv' | 'en';
  startsAt: Date;
  endsAt: Date | null;
  periodMonths: number;
  renews: boolean;
  noticeMonths: number;
  seats: number;
  /** None: all of the customer's courses, also those to come. */
  courses: string[];
  lines: PriceLine[];
};

/** False when the same form has made it already. */
export async function insertAgreement(tx: Tx, made: NewAgreement, at: Date): Promise<boolean> {
  const { id, customerId, courses, lines } = made;
  const inserted = await tx
    .insertInto('agreement')
    .values({
      customer_id: customerId,
      id,
      client_id: made.clientId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from agreement where customer_id = ${customerId})`,
      language: made.language,
      starts_at: made.startsAt,
      ends_at: made.endsAt,
      period_months: made.periodMonths,
      renews: made.renews,
      notice_months: made.noticeMonths,
      seats: made.seats,
      all_courses: courses.length === 0,
      created_at: at,
    })
    .onConflict((on) => on.columns(['customer_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  const key = { customer_id: customerId, agreement_id: id };
  if (courses.length > 0) {
    await tx
      .insertInto('agreement_course')
      .values(courses.map((course_id) => ({ ...key, course_id })))
      .execute();
  }
  const rows = lines.map(({ description, quantity, unitOre, vatPercent }, index) => ({
    ...key,
    position: index + 1,
    description,
    quantity,
    unit_ore: unitOre,
    vat_percent: vatPercent,
  }));
  if (rows.length > 0) await tx.insertInto('agreement_line').values(rows).execute();
  return true;
}

type Change = { noticed_at?: Date | null; noticed_by?: 'customer' | 'operator' | null; ends_at?: Date | null; seats?: number };

export async function updateAgreement(tx: Tx, customerId: string, id: string, change: Change): Promise<void> {
  await tx.updateTable('agreement').set(change).where('customer_id', '=', customerId).where('id', '=', id).execute();
}

export type SeatFigures = { agreement_id: string; seats: number; used: number; reserved: number };

/** Of the agreement in force; undefined when there is none. */
export async function findSeats(tx: Tx, customerId: string): Promise<SeatFigures | undefined> {
  const { rows } = await sql<SeatFigures>`select * from app.seat_figures(${customerId})`.execute(tx);
  return rows[0];
}

/** The last moment of the customer's agreements; null when one goes on, undefined when there is none. */
export async function lastEnd(tx: Tx, customerId: string): Promise<Date | null | undefined> {
  const row = await tx
    .selectFrom('agreement')
    .select((s) => [
      s.fn.countAll<number>().as('count'),
      s.fn.max('ends_at').as('ends_at'),
      sql<boolean>`bool_or(ends_at is null)`.as('goes_on'),
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return row.count === 0 ? undefined : row.goes_on ? null : row.ends_at;
}

export async function setCustomerEnd(tx: Tx, customerId: string, endedAt: Date | null, dueAt: Date | null): Promise<void> {
  await tx.updateTable('customer').set({ ended_at: endedAt, due_at: dueAt }).where('id', '=', customerId).execute();
  await setContactsDue(tx, customerId, dueAt);
}

/** Held, so that agreements of one customer are made one after the other. */
export const holdCustomer = (tx: Tx, customerId: string) =>
  tx.selectFrom('customer').select(['id', 'slug', 'name']).where('id', '=', customerId).forUpdate().executeTakeFirst();

/** Whether an agreement of the customer has a moment in common with this time. */
export async function overlaps(tx: Tx, customerId: string, startsAt: Date, endsAt: Date | null): Promise<boolean> {
  const row = await tx
    .selectFrom('agreement')
    .select('id')
    .where('customer_id', '=', customerId)
    .where(sql<boolean>`tstzrange(starts_at, ends_at) && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)`)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isMade(tx: Tx, customerId: string, clientId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('agreement')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row !== undefined;
}
