import { sql } from 'kysely';
import type { Field } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

/** How long nothing may be done before someone ought to ask. */
export const stuckAfterDays = 14;
export const mostToHelp = 50;

export type InNeed = {
  id: string;
  account_id: string;
  given_name: string | null;
  family_name: string | null;
  due_at: Date | null;
  overdue: boolean | null;
  /** Days since the last page was done, for whoever has stopped. */
  still_days: number | null;
  failed: number | null;
  waiting_thread: string | null;
  /** Whether the reader teaches a group that the student takes the course in. */
  in_own_group: boolean;
};

export type Course = { customerId: string; courseId: string; shown: readonly Field[] };

/**
 * The students of a course who need someone, those with most reasons first. A reason that the customer does not let the reader
 * see is not asked for: who stands in the list would tell it.
 */
export async function listInNeed(tx: Tx, { customerId, courseId, shown }: Course, enrolmentId?: string): Promise<InNeed[]> {
  const sees = (field: Field) => sql.lit(shown.includes(field));
  const { rows } = await sql<InNeed>`
    with student as materialized (
      select e.id, e.account_id,
        case when ${sees('progress')} then
          app.due_of(e.completed_at, e.created_at, d.enrolment_id is not null, d.due_at, p.due_at, p.days_to_finish) end as due_at,
        case when ${sees('progress')} and e.completed_at is null then extract(day from app.now() - coalesce((
          select max(v.completed_at) from page_visit v where v.customer_id = e.customer_id and v.enrolment_id = e.id), e.created_at))::integer end as days,
        case when ${sees('result')} then (
          select case when bool_or(t.passed) then 0 else count(*) filter (where not t.passed) end::integer
          from attempt t where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is not null) end as failed,
        c.id as waiting_thread
      from enrolment e
      -- Those who wait are few, and put beside the students as one set.
      left join (select id, enrolment_id from correspondence
        where ${sees('correspondence')} and customer_id = ${customerId} and course_id = ${courseId} and last_sequence > 0
          and last_from_student and done_at is null offset 0) c on c.enrolment_id = e.id
      left join course_plan p on p.customer_id = e.customer_id and p.course_id = e.course_id
      left join own_deadline d on d.customer_id = e.customer_id and d.enrolment_id = e.id
      where e.customer_id = ${customerId} and e.course_id = ${courseId} and (e.ends_at is null or e.ends_at > app.now())
        and (${enrolmentId ?? null}::uuid is null or e.id = ${enrolmentId ?? null}::uuid)),
    reason as (
      select id, account_id, due_at, due_at < app.now() as overdue,
        case when days >= ${stuckAfterDays} then days end as still_days, nullif(failed, 0) as failed, waiting_thread
      from student)
    select most.*, a.given_name, a.family_name, app.in_own_group(${customerId}, most.account_id, ${courseId}) as in_own_group
    from (select *, num_nonnulls(nullif(overdue, false), still_days, failed, waiting_thread) as reasons from reason
      where ${enrolmentId ?? null}::uuid is not null or num_nonnulls(nullif(overdue, false), still_days, failed, waiting_thread) > 0
      order by reasons desc, still_days desc nulls last, id) most
    -- Who they are is read one by one until the list is full, and not of everyone in the course.
    join lateral (select case when ${sees('given_name')} then s.given_name end as given_name,
        case when ${sees('family_name')} then s.family_name end as family_name
      from app.seen_people(${customerId}) s where s.id = most.account_id and s.kind <> 'pseudonym' offset 0) a on true
    order by reasons desc, still_days desc nulls last, most.id limit ${mostToHelp}`.execute(tx);
  return rows;
}

/** The pages each of these students has done, by their place in the student's own version of the course. */
export async function listDone(tx: Tx, customerId: string, enrolmentIds: readonly string[]): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ id: string; done: number[] }>`
    select v.enrolment_id as id, array_agg(p.position order by p.position) as done
    from page_visit v join course_page p on p.customer_id = v.customer_id and p.id = v.page_id
    where v.customer_id = ${customerId} and v.enrolment_id = any(${enrolmentIds}) and v.completed_at is not null
    group by v.enrolment_id`.execute(tx);
  return new Map(rows.map(({ id, done }) => [id, done]));
}
