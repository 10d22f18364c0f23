import { sql } from 'kysely';
import { ifShown } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export const seatsPerPage = 50;

export type SeatRow = { id: string; given_name: string | null; family_name: string | null; email: string | null; courses: string[] };

export const seatOrders = ['name', 'name-last', 'courses'] as const;
export type SeatOrder = (typeof seatOrders)[number];

export type SeatsWanted = {
  customerId: string;
  actorId: string;
  /** A part of a name or address that the reader is shown. */
  text: string;
  courseId: string | undefined;
  order: SeatOrder;
  after: string | undefined;
};

/** Those who have a course of the agreement open, and one more than a page. What is not shown is not read, and orders nothing. */
export async function listSeats(tx: Tx, of: SeatsWanted): Promise<SeatRow[]> {
  const shown = (field: 'given_name' | 'family_name' | 'email') => sql`max(${ifShown(of.actorId, field, `a.${field}`)})`;
  const byName = sql`coalesce(family_name, '') collate "sv-x-icu", coalesce(given_name, '') collate "sv-x-icu", id`;
  const place = sql`${of.order === 'courses' ? sql`-cardinality(courses)` : sql`0`}, ${byName}`;
  const [comes, direction] = of.order === 'name-last' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const { rows } = await sql<SeatRow>`
    with seated as (
      select a.id, ${shown('given_name')} as given_name, ${shown('family_name')} as family_name, ${shown('email')} as email,
        array_agg(course.title order by course.title collate "sv-x-icu") as courses
      from enrolment e
      join course on course.customer_id = e.customer_id and course.id = e.course_id
      join app.seen_people(${of.customerId}) a on a.id = e.account_id
      where e.customer_id = ${of.customerId} and (e.ends_at is null or e.ends_at > app.now())
        and a.kind <> 'pseudonym' and a.closed_at is null
        and app.covers(e.customer_id, app.agreement_now(e.customer_id), e.course_id)
      group by a.id
      having ${of.courseId ?? null}::uuid is null or bool_or(e.course_id = ${of.courseId ?? null}))
    select * from seated
    where (${of.text} = '' or ${holds(of.text)})
      and (${of.after ?? null}::uuid is null or coalesce((${place}) ${comes} (select ${place} from seated where id = ${of.after ?? null}), true))
    order by (${place}) ${direction} limit ${seatsPerPage + 1}`.execute(tx);
  return rows;
}

// What is not shown does not find anyone: who stands in the list would tell it.
const holds = (text: string) => sql<boolean>`strpos(lower(concat_ws(' ', given_name, family_name, email) collate "sv-x-icu"),
  lower(${text}::text collate "sv-x-icu")) > 0`;

/** Closes the person's courses of the agreement: the seat is free in the same instant. */
export async function closeCourses(tx: Tx, customerId: string, accountId: string): Promise<number> {
  const { numAffectedRows } = await sql`update enrolment set ends_at = app.now()
    where customer_id = ${customerId} and account_id = ${accountId} and (ends_at is null or ends_at > app.now())
      and app.covers(customer_id, app.agreement_now(customer_id), course_id)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** The person's own leaving of one course. */
export async function leaveOwnCourse(tx: Tx, at: { customerId: string; course: string; accountId: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update enrolment e set ends_at = app.now() from course c
    where c.customer_id = e.customer_id and c.id = e.course_id and c.slug = ${at.course}
      and e.customer_id = ${at.customerId} and e.account_id = ${at.accountId}
      and (e.ends_at is null or e.ends_at > app.now())`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
