import { sql } from 'kysely';
import { seenPeople } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';
import type { InvitedRole } from './roles.queries.ts';

export const membersPerPage = 50;

export const memberOrders = ['name', 'name-last'] as const;
export type MemberOrder = (typeof memberOrders)[number];
type Wanted = {
  customerId: string;
  text: string;
  role?: InvitedRole | undefined;
  order?: MemberOrder | undefined;
  after: string | undefined;
};

/** People with a role at the customer, by name, and one more than a page. The search looks at names and addresses. */
export function listMembers(tx: Tx, { customerId, text, role, order, after }: Wanted) {
  const direction = order === 'name-last' ? 'desc' : 'asc';
  return tx
    .selectFrom(rolesAt(tx, customerId).as('r'))
    .innerJoin(seenPeople('a', customerId), 'a.id', 'r.account_id')
    .select(['a.id', 'a.given_name', 'a.family_name', 'a.email', 'r.roles'])
    .where('a.kind', '<>', 'pseudonym')
    .$if(text !== '', (query) => query.where(holds(text)))
    .$if(role !== undefined, (query) => query.where(sql<boolean>`${role ?? null} = any(r.roles)`))
    .$if(after !== undefined, (query) => query.where(comesAfter(customerId, after!, direction)))
    .orderBy(sql`a.family_name collate "sv-x-icu"`, direction)
    .orderBy(sql`a.given_name collate "sv-x-icu"`, direction)
    .orderBy('a.id', direction)
    .limit(membersPerPage + 1)
    .execute();
}
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** The customer's own come first, and only then their names: beginning with the people would be beginning with everyone's. */
const rolesAt = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('membership as m')
    .select(['m.account_id', sql<string[]>`array_agg(m.role order by m.role)`.as('roles')])
    .where('m.customer_id', '=', customerId)
    .where(sql<boolean>`(m.ends_at is null or m.ends_at > app.now())`)
    .groupBy('m.account_id');

const holds = (text: string) => sql<boolean>`strpos(lower((a.given_name || ' ' || a.family_name || ' ' || coalesce(a.email, ''))
  collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0`;

// The cursor is an id and not a name: an address holds nothing personal (E-04).
const comesAfter = (
  customerId: string,
  after: string,
  direction: 'asc' | 'desc',
) => sql<boolean>`(a.family_name collate "sv-x-icu", a.given_name collate "sv-x-icu", a.id)
  ${direction === 'asc' ? sql`>` : sql`<`} (select la.family_name, la.given_name, la.id from app.seen_people(${customerId}) la where la.id = ${after})`;

/** Someone with a role at the customer, and what they look after and teach. */
export async function findMember(tx: Tx, customerId: string, accountId: string) {
  const row = await tx
    .selectFrom(seenPeople('a', customerId))
    .select(['a.id', 'a.given_name', 'a.family_name', 'a.email'])
    .select([rolesOf(customerId), coursesOf('course_administrator', customerId).as('administers')])
    .select([coursesOf('course_teacher', customerId).as('teaches'), groupsOf(customerId).as('groups')])
    .where('a.id', '=', accountId)
    .where('a.kind', '<>', 'pseudonym')
    .executeTakeFirst();
  return row && row.roles.length > 0 ? row : undefined;
}
export type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

const rolesOf = (customerId: string) =>
  sql<string[]>`array(select m.role from membership m where m.customer_id = ${customerId}
  and m.account_id = a.id and (m.ends_at is null or m.ends_at > app.now()) order by m.role)`.as('roles');

const coursesOf = (table: 'course_administrator' | 'course_teacher', customerId: string) =>
  sql<string[]>`array(select c.course_id::text from ${sql.table(table)} c where c.customer_id = ${customerId}
  and c.account_id = a.id and (c.ends_at is null or c.ends_at > app.now()))`;

const groupsOf = (customerId: string) =>
  sql<
    string[]
  >`array(select t.group_id::text from group_teacher t join student_group g on g.customer_id = t.customer_id and g.id = t.group_id
  where t.customer_id = ${customerId} and t.account_id = a.id and g.ended_at is null and (t.ends_at is null or t.ends_at > app.now()))`;

/** Groups that someone can teach: those that have not ended. */
export async function listOpenGroups(tx: Tx, customerId: string): Promise<CourseRow[]> {
  const { rows } = await sql<CourseRow>`select id, name as title from student_group
    where customer_id = ${customerId} and ended_at is null order by name collate "sv-x-icu", id`.execute(tx);
  return rows;
}

export function findOwnName(tx: Tx, accountId: string) {
  return tx.selectFrom('account').select(['given_name', 'family_name']).where('id', '=', accountId).executeTakeFirstOrThrow();
}

export function listCourses(tx: Tx, customerId: string) {
  return tx
    .selectFrom('course')
    .select(['id', 'title'])
    .where('customer_id', '=', customerId)
    .orderBy(sql`title collate "sv-x-icu"`)
    .execute();
}
export type CourseRow = Awaited<ReturnType<typeof listCourses>>[number];
