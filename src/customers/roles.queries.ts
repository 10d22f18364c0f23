import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export type StaffRole = 'customer_admin' | 'course_admin' | 'teacher';
/** What someone can be invited to. A student is invited to a group. */
export const invitedRoles = ['customer_admin', 'course_admin', 'teacher', 'student'] as const;
export type InvitedRole = (typeof invitedRoles)[number];
export const staffRoles = ['customer_admin', 'course_admin', 'teacher'] as const satisfies readonly StaffRole[];

/** Where the courses of a role are kept. */
export const coursesOfRole = { course_admin: 'course_administrator', teacher: 'course_teacher' } as const;

type Place = { customerId: string; accountId: string };

/** The customer's administrators, held until the transaction ends: two who leave at once cannot both be the last but one. */
export async function lockAdmins(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('role', '=', 'customer_admin')
    .where(sql<boolean>`(ends_at is null or ends_at > app.now())`)
    .orderBy('account_id')
    .forUpdate()
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** Gives a role for good: what was had through an invitation no longer ends with it. */
export async function giveRole(tx: Tx, { customerId, accountId }: Place, role: StaffRole): Promise<void> {
  await tx
    .insertInto('membership')
    .values({ customer_id: customerId, account_id: accountId, role, created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.columns(['customer_id', 'account_id', 'role']).doUpdateSet({ invitation_id: null, ends_at: null }))
    .execute();
}

export async function giveCourse(tx: Tx, { customerId, accountId }: Place, role: keyof typeof coursesOfRole, courseId: string) {
  await tx
    .insertInto(coursesOfRole[role])
    .values({ customer_id: customerId, account_id: accountId, course_id: courseId, created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.columns(['customer_id', 'course_id', 'account_id']).doUpdateSet({ invitation_id: null, ends_at: null }))
    .execute();
}

export async function takeCourse(tx: Tx, { customerId, accountId }: Place, role: keyof typeof coursesOfRole, courseId: string) {
  await tx
    .deleteFrom(coursesOfRole[role])
    .where('customer_id', '=', customerId)
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .execute();
}

/** Makes someone the teacher of these groups and of no others. */
export async function putGroups(tx: Tx, { customerId, accountId }: Place, groups: readonly string[]): Promise<void> {
  await sql`delete from group_teacher where customer_id = ${customerId} and account_id = ${accountId}
    and group_id <> all(${groups}::uuid[])`.execute(tx);
  await sql`insert into group_teacher (customer_id, group_id, account_id)
    select ${customerId}, g, ${accountId} from unnest(${groups}::uuid[]) g
    on conflict (customer_id, group_id, account_id) do update set invitation_id = null, ends_at = null
      where group_teacher.ends_at <= app.now()`.execute(tx);
}

/** Takes a role with all its courses, and the invitations that gave it: nothing gives it back. */
export async function takeRole(tx: Tx, { customerId, accountId }: Place, role: StaffRole): Promise<void> {
  if (role !== 'customer_admin') {
    await tx.deleteFrom(coursesOfRole[role]).where('customer_id', '=', customerId).where('account_id', '=', accountId).execute();
  }
  if (role === 'teacher') await putGroups(tx, { customerId, accountId }, []);
  await tx
    .deleteFrom('membership')
    .where('customer_id', '=', customerId)
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .execute();
  await sql`delete from invitation_use u using invitation i
    where i.customer_id = u.customer_id and i.id = u.invitation_id and i.role = ${role}
      and u.customer_id = ${customerId} and u.account_id = ${accountId}`.execute(tx);
}
