import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** What the person has been told, and how they want to be. */
export async function addNotificationRows(tx: Tx, { place, ids, now, later, customer, account }: About): Promise<void> {
  await tx
    .insertInto('notification')
    .values({
      id: ids.notification,
      ...account,
      ...customer,
      course_id: place.courseId,
      event: 'message-to-student',
      shown: true,
      created_at: now,
      read_at: now,
      mail_due_at: later,
      due_at: addDays(now, 90),
    })
    .execute();
  await tx
    .insertInto('notification_choice')
    .values({ ...account, event: 'message-to-student', channel: 'mail', allowed: false })
    .execute();
  await tx
    .insertInto('notification_rhythm')
    .values({ ...account, digest: 'daily', quiet_from: 1320, quiet_to: 420, time_zone: 'Europe/Stockholm' })
    .execute();
}
