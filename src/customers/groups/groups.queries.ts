import { sql } from 'kysely';
import { ifShownAtCustomer } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export const groupsPerPage = 50;

export type GroupState = 'open' | 'ended';

export const groupOrders = ['name', 'members', 'latest'] as const;
export type GroupOrder = (typeof groupOrders)[number];

const membersOf = sql`(select count(*)::integer from student_group_member m where m.customer_id = g.customer_id and m.group_id = g.id)`;

// Numbers that rise, so that a place is compared as one row. The name is what tells the rest apart.
const groupsBy = {
  name: sql`0`,
  members: sql`-${membersOf}`,
  latest: sql`-extract(epoch from g.created_at)`,
};

/** The customer's groups with this in their name, those that have ended last, and one more than a page. After one that is gone it begins anew. */
export async function listGroups(
  tx: Tx,
  customerId: string,
  wanted: { after: string | undefined; name: string; state: GroupState | undefined; order: GroupOrder },
) {
  const { after, name, state, order } = wanted;
  const place = sql`g.ended_at is not null, ${groupsBy[order]}, g.name collate "sv-x-icu", g.id`;
  const { rows } = await sql<{ id: string; name: string; ended_at: Date | null; members: number; courses: string[] }>`
    select g.id, g.name, g.ended_at,
      ${membersOf} as members,
      array(select c.title from student_group_course gc join course c on c.customer_id = gc.customer_id and c.id = gc.course_id
        where gc.customer_id = g.customer_id and gc.group_id = g.id order by c.title collate "sv-x-icu") as courses
    from student_group g
    where g.customer_id = ${customerId}
      and (${name} = '' or strpos(lower(g.name collate "sv-x-icu"), lower(${name}::text collate "sv-x-icu")) > 0)
      and (${state ?? null}::text is null or (g.ended_at is null) = (${state ?? null}::text = 'open'))
      and coalesce((${place}) > (select ${place} from student_group g where g.customer_id = ${customerId} and g.id = ${after ?? null}), true)
    order by (${place}) limit ${groupsPerPage + 1}`.execute(tx);
  return rows;
}
export type GroupRow = Awaited<ReturnType<typeof listGroups>>[number];

export type GroupTerms = { name: string; keepsCourses: boolean };

/** False when the same form has made it already. */
export async function insertGroup(tx: Tx, customerId: string, id: string, { name, keepsCourses }: GroupTerms): Promise<boolean> {
  const row = await tx
    .insertInto('student_group')
    .values({ customer_id: customerId, id, name, keeps_courses: keepsCourses, created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A group of the customer, held until the transaction ends. */
export async function lockGroup(tx: Tx, customerId: string, id: string) {
  await sql`select from student_group where customer_id = ${customerId} and id = ${id} for update`.execute(tx);
  return findGroup(tx, customerId, id);
}

export function findGroup(tx: Tx, customerId: string, id: string) {
  return tx
    .selectFrom('student_group as g')
    .select(['g.id', 'g.name', 'g.keeps_courses', 'g.ended_at'])
    .select(
      sql<string[]>`array(select c.course_id::text from student_group_course c
        where c.customer_id = g.customer_id and c.group_id = g.id)`.as('courses'),
    )
    .where('g.customer_id', '=', customerId)
    .where('g.id', '=', id)
    .executeTakeFirst();
}
export type Group = NonNullable<Awaited<ReturnType<typeof findGroup>>>;

export async function updateGroup(tx: Tx, customerId: string, id: string, { name, keepsCourses }: GroupTerms): Promise<void> {
  await tx
    .updateTable('student_group')
    .set({ name, keeps_courses: keepsCourses })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

export async function markEnded(tx: Tx, customerId: string, id: string): Promise<void> {
  await sql`update student_group set ended_at = app.now() where customer_id = ${customerId} and id = ${id}`.execute(tx);
  await sql`update invitation set revoked_at = app.now()
    where customer_id = ${customerId} and group_id = ${id} and revoked_at is null`.execute(tx);
  await sql`delete from invitation_address w using invitation i where i.customer_id = w.customer_id and i.id = w.invitation_id
    and i.customer_id = ${customerId} and i.group_id = ${id}`.execute(tx);
}

export async function insertGroupCourses(tx: Tx, customerId: string, id: string, courses: readonly string[]): Promise<void> {
  await sql`insert into student_group_course (customer_id, group_id, course_id)
    select ${customerId}, ${id}, c from unnest(${courses}::uuid[]) c on conflict do nothing`.execute(tx);
}

export async function deleteGroupCourses(tx: Tx, customerId: string, id: string, courses: readonly string[]): Promise<void> {
  await sql`delete from student_group_course
    where customer_id = ${customerId} and group_id = ${id} and course_id = any(${courses}::uuid[])`.execute(tx);
}

/** The courses that students can be given: those with something published. */
export function listPublishedCourses(tx: Tx, customerId: string) {
  return tx
    .selectFrom('course as c')
    .select(['c.id', 'c.title'])
    .where('c.customer_id', '=', customerId)
    .where(sql<boolean>`exists (select from course_version v
      where v.customer_id = c.customer_id and v.course_id = c.id and v.published_at <= app.now())`)
    .orderBy(sql`c.title collate "sv-x-icu"`)
    .execute();
}
export type CourseChoice = Awaited<ReturnType<typeof listPublishedCourses>>[number];

/** Everyone's id: of a group, not of a customer. */
export async function listMemberIds(tx: Tx, customerId: string, groupId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('student_group_member')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('group_id', '=', groupId)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

export const membersPerPage = 50;

export type GroupMember = { id: string; given_name: string | null; family_name: string | null; email: string | null; joined_at: Date };

export const groupMemberOrders = ['name', 'joined'] as const;
export type GroupMemberOrder = (typeof groupMemberOrders)[number];

/** The group's members by the name that the reader is shown, those with this in what is shown, and one more than a page. */
export async function listGroupMembers(
  tx: Tx,
  of: {
    customerId: string;
    groupId: string;
    actorId: string;
    text: string;
    order?: GroupMemberOrder | undefined;
    after: string | undefined;
  },
): Promise<GroupMember[]> {
  const shown = (field: 'given_name' | 'family_name' | 'email') => ifShownAtCustomer(of.actorId, field);
  const byName = sql`coalesce(family_name, '') collate "sv-x-icu", coalesce(given_name, '') collate "sv-x-icu", id`;
  // The latest first: a number that rises, so that a place is compared as one row.
  const place = of.order === 'joined' ? sql`-extract(epoch from joined_at), ${byName}` : byName;
  const { rows } = await sql<GroupMember>`
    with joined as (
      select a.id, m.joined_at, ${shown('given_name')} as given_name, ${shown('family_name')} as family_name, ${shown('email')} as email
      from student_group_member m join app.seen_people(${of.customerId}) a on a.id = m.account_id
      where m.customer_id = ${of.customerId} and m.group_id = ${of.groupId} and a.kind <> 'pseudonym' and a.closed_at is null)
    select * from joined
    where (${of.text} = '' or strpos(lower(concat_ws(' ', given_name, family_name, email) collate "sv-x-icu"),
        lower(${of.text}::text collate "sv-x-icu")) > 0)
      and (${of.after ?? null}::uuid is null or (${place}) > (select ${place} from joined where id = ${of.after ?? null}))
    order by ${place} limit ${membersPerPage + 1}`.execute(tx);
  return rows;
}
