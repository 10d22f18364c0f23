import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Customers whose people still reach their courses. */
export async function listCustomersToRemind(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('customer')
    .select('id')
    .where((k) => k.or([k('ended_at', 'is', null), k('ended_at', '>', sql<Date>`app.now()`)]))
    .execute();
  return rows.map(({ id }) => id);
}

export type Reminded = { enrolmentId: string; accountId: string; courseId: string; dueAt: Date; daysAhead: 1 | 7 };

/**
 * Those of a customer whose last day is within a week and who have not been told so, each written down in the same statement:
 * two nights at once tell nobody twice. Days are counted by the calendar in Sweden, as they are shown. Whoever began later
 * than the reminder would have come knows already.
 */
export async function takeReminders(tx: Tx, customerId: string): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    with open as (
      select e.* from enrolment e where e.customer_id = ${customerId} and e.completed_at is null and (e.ends_at is null or e.ends_at > app.now())),
    due as (
      select e.id, e.account_id, e.course_id, e.created_at, coalesce(p.due_at, e.created_at + make_interval(days => p.days_to_finish)) as due_at
      from course_plan p join open e on e.course_id = p.course_id
      where p.customer_id = ${customerId} and not exists
        (select from own_deadline o where o.customer_id = e.customer_id and o.enrolment_id = e.id)
      union all
      select e.id, e.account_id, e.course_id, e.created_at, o.due_at from own_deadline o join open e on e.id = o.enrolment_id
      where o.customer_id = ${customerId} and o.due_at is not null),
    near as (
      select d.*, case when days <= 1 then 1 else 7 end as days_ahead
      from (select due.*, (due_at at time zone 'Europe/Stockholm')::date - (app.now() at time zone 'Europe/Stockholm')::date as days from due
        where due_at > app.now() and due_at < app.now() + interval '9 days') d
      where days <= 7),
    told as (
      insert into deadline_reminder (customer_id, enrolment_id, due_at, days_ahead)
      select ${customerId}, id, due_at, days_ahead from near where created_at < due_at - make_interval(days => days_ahead)
      on conflict do nothing
      returning enrolment_id, due_at, days_ahead)
    select t.enrolment_id as "enrolmentId", n.account_id as "accountId", n.course_id as "courseId", t.due_at as "dueAt", t.days_ahead as "daysAhead"
    from told t join near n on n.id = t.enrolment_id`.execute(tx);
  return rows;
}

/** What a mail of a last day is made of, as long as it is the recipient's and the course is not done. */
export function findReminder(tx: Tx, which: { customerId: string; enrolmentId: string; accountId: string }) {
  return tx
    .selectFrom('deadline_reminder as r')
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'r.customer_id').onRef('e.id', '=', 'r.enrolment_id'))
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
    .innerJoin('customer as k', 'k.id', 'r.customer_id')
    .select(['c.title', 'c.slug as course', 'k.slug as customer', 'r.due_at as dueAt'])
    .where('r.customer_id', '=', which.customerId)
    .where('r.enrolment_id', '=', which.enrolmentId)
    .where('e.account_id', '=', which.accountId)
    .where('e.completed_at', 'is', null)
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.days_ahead')
    .limit(1)
    .executeTakeFirst();
}
