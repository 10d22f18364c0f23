import { sql, type RawBuilder } from 'kysely';
import type { Field } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Course } from './follow-up.queries.ts';
import type { AskedInNeed, InNeedOrder, InNeedPlace, Reason } from './in-need-place.ts';

/** How long nothing may be done before someone ought to ask. */
export const stuckAfterDays = 14;
export const inNeedPerPage = 50;

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

export type OwnGroup = { id: string; name: string };
export type InNeedList = { students: InNeed[]; next: InNeedPlace | undefined; groups: OwnGroup[] };

/** A student of the course as the list has them, whether in need of help or not. */
export async function findStudent(tx: Tx, course: Course, enrolmentId: string): Promise<Omit<InNeed, 'in_own_group'> | undefined> {
  const { rows } = await sql<InNeed>`
    with ${reasonsOf(course, { enrolmentId })}
    select r.*, ${namesOf(course)}
    from reason r join ${seen(course.customerId)} s on s.id = r.account_id and s.kind <> 'pseudonym'`.execute(tx);
  return rows[0];
}

/**
 * The students of a course who need someone. A reason that the customer does not let the reader see is not asked for: who stands in
 * the list would tell it. Who they are is read one by one until the page is full, unless they are to stand in the order of names:
 * and then of those in need, and not of everyone in the course. The reader's own groups come along, with a list of nobody too.
 */
export async function listInNeed(tx: Tx, course: Course, asked: Omit<AskedInNeed, 'error'>): Promise<InNeedList> {
  const { name, reason, group, order, after } = asked;
  const byName = order === 'name';
  const { rows } = await sql<(InNeed & Place) | Nobody>`
    with own as materialized (select * from app.own_group_people(${course.customerId}, ${course.courseId})),
    ${reasonsOf(course, { group })},
    needing as (
      select *, (${keys[order].first})::float8 as first, (${keys[order].second})::float8 as second
      from (select *, num_nonnulls(nullif(overdue, false), still_days, failed, waiting_thread) as reasons from reason) counted
      where reasons > 0 and ${reason ? has[reason] : sql`true`}),
    page as (
      select n.*, a.given_name, a.family_name, exists (select from own where own.account_id = n.account_id) as in_own_group
      from (select * from needing ${after && !byName ? sql`where (first, second, id) > (${after.first}, ${after.second}, ${after.id})` : sql``}
        ${byName ? sql`` : sql`order by first, second, id`}) n
      join lateral (select ${namesOf(course)} from ${seen(course.customerId)} s
        where s.id = n.account_id and s.kind <> 'pseudonym' offset 0) a on true
      where ${name ? named(name) : sql`true`} ${after && byName ? sql`and ${comesAfter(course, after.id)}` : sql``}
      order by ${byName ? inOrderOfNames : sql`first, second, id`} limit ${inNeedPerPage + 1})
    select page.*, g.groups
    from (select (select json_agg(json_build_object('id', group_id, 'name', name) order by name collate "sv-x-icu", group_id)
      from (select distinct group_id, name from own) o) as groups) g
    left join page on true
    order by ${byName ? inOrderOfNames : sql`first, second, id`}`.execute(tx);
  const found = rows.filter((row): row is InNeed & Place => row.id !== null);
  const students = found.slice(0, inNeedPerPage);
  return { students, next: found.length > students.length ? students.at(-1) : undefined, groups: rows[0]?.groups ?? [] };
}

type Place = { first: number; second: number; groups: OwnGroup[] | null };
type Nobody = { id: null; groups: OwnGroup[] | null };

const seen = (customerId: string) => sql`app.seen_people(${customerId})`;

const namesOf = ({ shown }: Course) => {
  const only = (field: 'given_name' | 'family_name') => sql`case when ${sql.lit(shown.includes(field))} then ${sql.ref(`s.${field}`)} end`;
  return sql`${only('given_name')} as given_name, ${only('family_name')} as family_name`;
};

/** What there may be a reason in for each who takes the course, as far as the reader is shown it. */
function reasonsOf({ customerId, courseId, shown }: Course, { enrolmentId, group }: { enrolmentId?: string; group?: string | undefined }) {
  const sees = (field: Field) => sql.lit(shown.includes(field));
  return sql`
    student as materialized (
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
        ${enrolmentId ? sql`and e.id = ${enrolmentId}` : sql``}
        ${group ? sql`and e.account_id in (select account_id from own where group_id = ${group})` : sql``}),
    reason as (
      select id, account_id, due_at, due_at < app.now() as overdue,
        case when days >= ${stuckAfterDays} then days end as still_days, nullif(failed, 0) as failed, waiting_thread
      from student)`;
}

const has: Record<Reason, RawBuilder<boolean>> = {
  overdue: sql`overdue`,
  still: sql`still_days is not null`,
  failed: sql`failed is not null`,
  waiting: sql`waiting_thread is not null`,
};

const mostReasons = sql`-reasons`;
const longestStill = sql`-coalesce(still_days, 0)`;
/** Numbers that only rise, so that a place is compared as one row; a last day that nobody has comes last. */
const keys: Record<InNeedOrder, { first: RawBuilder<unknown>; second: RawBuilder<unknown> }> = {
  reasons: { first: mostReasons, second: longestStill },
  still: { first: longestStill, second: mostReasons },
  due: { first: sql`coalesce(trunc(extract(epoch from due_at) * 1000000), 1e18)`, second: mostReasons },
  name: { first: sql`0`, second: sql`0` },
};

const nameOf = (part: 'given_name' | 'family_name', table = sql``) => sql`coalesce(${table}${sql.ref(part)}, '') collate "sv-x-icu"`;
const inOrderOfNames = sql`${nameOf('family_name')}, ${nameOf('given_name')}, id`;
const named = (name: string) => sql`strpos(lower((concat_ws(' ', a.given_name, a.family_name)) collate "sv-x-icu"),
  lower(${name}::text collate "sv-x-icu")) > 0`;

// Whoever has left since is nobody to go on after: the list then begins anew rather than end.
const comesAfter = (course: Course, id: string) => sql`((${nameOf('family_name', sql`a.`)}, ${nameOf('given_name', sql`a.`)}, n.id) > (
  select ${nameOf('family_name', sql`l.`)}, ${nameOf('given_name', sql`l.`)}, l.id from (
    select e.id, ${namesOf(course)} from enrolment e join ${seen(course.customerId)} s on s.id = e.account_id
    where e.customer_id = ${course.customerId} and e.id = ${id}) l)) is not false`;
