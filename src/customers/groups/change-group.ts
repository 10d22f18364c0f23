import type { Tx } from '../../platform/database.ts';
import { closeGroupCourses, deleteMembers, openCourses } from './group-members.queries.ts';
import {
  deleteGroupCourses,
  insertGroup,
  insertGroupCourses,
  listMemberIds,
  lockGroup,
  markEnded,
  updateGroup,
  type GroupTerms,
} from './groups.queries.ts';

export type WantedGroup = GroupTerms & { courses: readonly string[] };

/** Makes a group; the same form twice makes one. */
export async function makeGroup(tx: Tx, customerId: string, id: string, wanted: WantedGroup): Promise<void> {
  if (await insertGroup(tx, customerId, id, wanted)) await insertGroupCourses(tx, customerId, id, wanted.courses);
}

/** Its members get the courses that are new at once, and lose those that are gone unless the group lets them keep them. */
export async function changeGroup(tx: Tx, customerId: string, id: string, wanted: WantedGroup): Promise<boolean> {
  const group = await lockGroup(tx, customerId, id);
  if (!group || group.ended_at) return false;
  const added = wanted.courses.filter((course) => !group.courses.includes(course));
  const gone = group.courses.filter((course) => !wanted.courses.includes(course));
  await updateGroup(tx, customerId, id, wanted);
  await deleteGroupCourses(tx, customerId, id, gone);
  await insertGroupCourses(tx, customerId, id, added);
  if (!wanted.keepsCourses) await closeGroupCourses(tx, customerId, { accounts: await listMemberIds(tx, customerId, id), courses: gone });
  if (added.length > 0) await openCourses(tx, { customerId, groupId: id }, { courses: added });
  return true;
}

/** Takes people out of the group. Their results stay; their access by the group's rule. Twice is the same as once. */
export async function takeOut(tx: Tx, customerId: string, groupId: string, accounts: readonly string[]): Promise<boolean> {
  const group = await lockGroup(tx, customerId, groupId);
  if (!group) return false;
  await deleteMembers(tx, { customerId, groupId }, accounts);
  if (!group.keeps_courses) await closeGroupCourses(tx, customerId, { accounts, courses: group.courses });
  return true;
}

/**
 * Ends a group, as at the end of a school year: waiting invitations end, and its members' access by the group's rule. With a
 * `next` there is a new group with the same courses, to which people come anew.
 */
export async function endGroup(tx: Tx, customerId: string, id: string, next: { id: string; name: string } | undefined): Promise<boolean> {
  const group = await lockGroup(tx, customerId, id);
  if (!group) return false;
  if (next) await makeGroup(tx, customerId, next.id, { name: next.name, keepsCourses: group.keeps_courses, courses: group.courses });
  if (group.ended_at) return true;
  await markEnded(tx, customerId, id);
  const accounts = await listMemberIds(tx, customerId, id);
  if (!group.keeps_courses) await closeGroupCourses(tx, customerId, { accounts, courses: group.courses });
  return true;
}
