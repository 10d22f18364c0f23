import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

/** A group with the course, some of its students in it, and a teacher of its own. */
export async function addGroup(
  tx: Tx,
  { customerId, courseId }: { customerId: string; courseId: string },
  course: string,
  people: readonly { accountId: string; since: Date }[],
  now: Date,
  teacherId?: string,
): Promise<void> {
  const id = randomUUID();
  const name = `Grupp A, ${course}`.slice(0, 100);
  await tx
    .insertInto('student_group')
    .values({ customer_id: customerId, id, name, keeps_courses: false, created_at: addDays(now, -60) })
    .execute();
  await tx.insertInto('student_group_course').values({ customer_id: customerId, group_id: id, course_id: courseId }).execute();
  await tx
    .insertInto('student_group_member')
    .values(people.map(({ accountId, since }) => ({ customer_id: customerId, group_id: id, account_id: accountId, joined_at: since })))
    .execute();
  if (teacherId) await tx.insertInto('group_teacher').values({ customer_id: customerId, group_id: id, account_id: teacherId }).execute();
  await protect(tx, customerId, people[2]?.accountId, now);
}

/** One of them has asked to be known by a designation. */
async function protect(tx: Tx, customerId: string, accountId: string | undefined, now: Date): Promise<void> {
  if (!accountId) return;
  await tx
    .insertInto('protected_identity')
    .values({ customer_id: customerId, account_id: accountId, designation: 'Person K7M2', by_person_at: addDays(now, -30) })
    .onConflict((on) => on.doNothing())
    .execute();
}
