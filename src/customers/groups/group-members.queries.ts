import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';

type Place = { customerId: string; groupId: string };
const anyOf = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${ids}::uuid[])`;

/**
 * Opens the group's courses for its members: for those who are new, or of those courses that are new. Whoever has a course
 * for a time now has it as long as they are in the group. The database counts the seats.
 */
export async function openCourses(
  tx: Tx,
  { customerId, groupId }: Place,
  only: { accounts?: readonly string[]; courses?: readonly string[] },
): Promise<void> {
  await sql`insert into enrolment (customer_id, course_id, version_id, account_id, source, created_at)
    select m.customer_id, c.course_id, v.id, m.account_id, 'group', app.now()
    from student_group g
    join student_group_member m on m.customer_id = g.customer_id and m.group_id = g.id
    join student_group_course c on c.customer_id = g.customer_id and c.group_id = g.id
    join lateral (select id from course_version v where v.customer_id = c.customer_id and v.course_id = c.course_id
      and v.published_at <= app.now() order by v.number desc limit 1) v on true
    where g.customer_id = ${customerId} and g.id = ${groupId} and g.ended_at is null
      and (${only.accounts === undefined} or m.account_id = ${anyOf(only.accounts ?? [])})
      and (${only.courses === undefined} or c.course_id = ${anyOf(only.courses ?? [])})
    on conflict (customer_id, course_id, account_id) do update set ends_at = null, source = 'group'
      where enrolment.ends_at is not null`.execute(tx);
}

/** Ends what came through a group, but for what another group of the person still gives. What they have done stays. */
export async function closeGroupCourses(
  tx: Tx,
  customerId: string,
  { accounts, courses }: { accounts: readonly string[]; courses: readonly string[] },
): Promise<void> {
  await sql`update enrolment e set ends_at = app.now()
    where e.customer_id = ${customerId} and e.source = 'group' and (e.ends_at is null or e.ends_at > app.now())
      and e.account_id = ${anyOf(accounts)} and e.course_id = ${anyOf(courses)}
      and not exists (select from student_group_member m
        join student_group g on g.customer_id = m.customer_id and g.id = m.group_id and g.ended_at is null
        join student_group_course c on c.customer_id = m.customer_id and c.group_id = m.group_id and c.course_id = e.course_id
        where m.customer_id = e.customer_id and m.account_id = e.account_id)`.execute(tx);
}

/** Puts people into a group and opens its courses for those who were not in it. Gives their ids. */
export async function joinGroup(
  tx: Tx,
  { customerId, groupId }: Place,
  accounts: readonly string[],
  invitationId: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    insert into student_group_member (customer_id, group_id, account_id, joined_at, invitation_id)
    select ${customerId}, ${groupId}, a, app.now(), ${invitationId} from unnest(${accounts}::uuid[]) a
    on conflict do nothing returning account_id`.execute(tx);
  const joined = rows.map(({ account_id }) => account_id);
  if (joined.length > 0) await openCourses(tx, { customerId, groupId }, { accounts: joined });
  return joined;
}

/** Those who have accepted an invitation to a group are put into it. */
export async function joinInvited(tx: Tx, customerId: string, accountIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; group_id: string; account_id: string }>`
    select i.id, i.group_id, u.account_id from invitation_use u
    join invitation i on i.customer_id = u.customer_id and i.id = u.invitation_id and i.revoked_at is null
    join student_group g on g.customer_id = i.customer_id and g.id = i.group_id and g.ended_at is null
    where u.customer_id = ${customerId} and u.account_id = ${anyOf(accountIds)}`.execute(tx);
  for (const { id, group_id: groupId, account_id } of rows) await joinGroup(tx, { customerId, groupId }, [account_id], id);
}

/** Takes people out of a group, and the invitations that brought them: nothing puts them back. */
export async function deleteMembers(tx: Tx, { customerId, groupId }: Place, accounts: readonly string[]): Promise<void> {
  await sql`delete from student_group_member where customer_id = ${customerId} and group_id = ${groupId}
    and account_id = ${anyOf(accounts)}`.execute(tx);
  await sql`delete from invitation_use u using invitation i where i.customer_id = u.customer_id and i.id = u.invitation_id
    and i.group_id = ${groupId} and u.customer_id = ${customerId} and u.account_id = ${anyOf(accounts)}`.execute(tx);
}
