import type { Tx } from '../platform/database.ts';
import type { Member } from './members.queries.ts';
import { giveCourse, giveRole, lockAdmins, putGroups, takeCourse, takeRole } from './roles.queries.ts';

export type WantedRoles = { customerAdmin: boolean; administers: string[]; teaches: string[]; groups: string[] };

/** Gives and takes roles as they were ticked. False, and nothing changed, when the customer would be without an administrator. */
export async function changeRoles(tx: Tx, customerId: string, member: Member, wanted: WantedRoles): Promise<boolean> {
  const place = { customerId, accountId: member.id };
  const admins = await lockAdmins(tx, customerId);
  if (!wanted.customerAdmin && admins.every((id) => id === member.id)) return false;
  if (wanted.customerAdmin && !member.roles.includes('customer_admin')) await giveRole(tx, place, 'customer_admin');
  if (!wanted.customerAdmin && member.roles.includes('customer_admin')) await takeRole(tx, place, 'customer_admin');
  await changeCourses(tx, place, 'course_admin', member.administers, wanted.administers);
  await changeCourses(tx, place, 'teacher', member.teaches, wanted.teaches, wanted.groups.length > 0);
  if (wanted.groups.some((id) => !member.groups.includes(id))) await giveRole(tx, place, 'teacher');
  await putGroups(tx, place, wanted.groups);
  return true;
}

/** Whether what was ticked differs from what the person has: whoever gets or loses a role is told. */
export function isChange(member: Member, wanted: WantedRoles): boolean {
  const differ = (before: string[], after: string[]) => before.length !== after.length || before.some((id) => !after.includes(id));
  return (
    member.roles.includes('customer_admin') !== wanted.customerAdmin ||
    differ(member.administers, wanted.administers) ||
    differ(member.teaches, wanted.teaches) ||
    differ(member.groups, wanted.groups)
  );
}

type Place = { customerId: string; accountId: string };

/** Someone has the role for as long as they have a course in it, or a group to teach. */
async function changeCourses(
  tx: Tx,
  place: Place,
  role: 'course_admin' | 'teacher',
  before: string[],
  wanted: string[],
  keepsRole = false,
): Promise<void> {
  if (wanted.length === 0 && !keepsRole) return takeRole(tx, place, role);
  const more = wanted.filter((id) => !before.includes(id));
  if (more.length > 0) await giveRole(tx, place, role);
  for (const id of more) await giveCourse(tx, place, role, id);
  for (const id of before.filter((id) => !wanted.includes(id))) await takeCourse(tx, place, role, id);
}
