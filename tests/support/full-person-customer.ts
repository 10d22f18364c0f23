import { randomUUID } from 'node:crypto';
import type { Tx } from '../../src/platform/database.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { About } from './full-person-about.ts';

/** Roles, groups and invitations with a customer. */
export async function addCustomerRows(tx: Tx, { person, place, ids, now, later, marker, customer, account }: About): Promise<void> {
  await tx
    .insertInto('course_administrator')
    .values({ ...customer, course_id: place.courseId, ...account })
    .execute();
  await tx
    .insertInto('course_teacher')
    .values({ ...customer, course_id: place.courseId, ...account })
    .execute();
  await tx
    .insertInto('visibility_change')
    .values({ ...customer, changed_by: person.id, role: 'teacher', relation: 'own-course', field: 'email', shown: true })
    .execute();
  await tx
    .insertInto('invitation')
    .values({ ...customer, id: ids.invitation, role: 'teacher', max_uses: 9, uses: 1, only_listed: true, expires_at: later })
    .execute();
  await tx
    .insertInto('student_group')
    .values({ ...customer, id: ids.group, name: 'klassen', keeps_courses: false, created_at: now })
    .execute();
  await tx
    .insertInto('student_group_member')
    .values({ ...customer, group_id: ids.group, ...account, joined_at: now })
    .execute();
  await tx
    .insertInto('invitation_sender')
    .values({ ...customer, invitation_id: ids.invitation, ...account })
    .execute();
  await tx
    .insertInto('invitation_address')
    .values({ ...customer, invitation_id: ids.invitation, address: person.email, due_at: later })
    .execute();
  await tx
    .insertInto('api_token')
    .values({
      ...customer,
      client_id: randomUUID(),
      made_by: person.id,
      name: `program ${marker}`,
      scopes: ['members:read'],
      digest: sha256(`api ${marker}`),
      expires_at: later,
    })
    .execute();
  await tx
    .insertInto('invitation_use')
    .values({ ...customer, invitation_id: ids.invitation, ...account })
    .execute();
}
