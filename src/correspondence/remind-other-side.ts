import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Side } from './side.ts';
import { notify } from '../notifications/index.ts';
import { listAdministrators } from './reminder.queries.ts';
import type { ThreadRow } from './thread.queries.ts';

/** Time enough for a message to be read live, so that a conversation under way causes no mail. */
const waitSeconds = 15;

export const templateTo = { student: 'new-message-to-student', administrator: 'new-message-to-administrator' } as const;

/**
 * Tells the other side, by the bell and by mail, that there is something to read. The row names the course and not the thread: an
 * administrator's mail must not lead to a student who has been erased.
 */
export async function remindOtherSide(tx: Tx, clock: Clock, thread: ThreadRow, writer: Pick<Side, 'name' | 'accountId'>): Promise<void> {
  const fromStudent = writer.name === 'student';
  const recipients = fromStudent ? await listAdministrators(tx, thread, writer.accountId) : [thread.student_id];
  const about = { customer: thread.customer_id, course: thread.course_id };
  await notify(tx, clock, {
    event: fromStudent ? 'message-to-administrator' : 'message-to-student',
    to: recipients,
    customerId: thread.customer_id,
    courseId: thread.course_id,
    mail: { template: templateTo[fromStudent ? 'administrator' : 'student'], about, waitSeconds },
  });
}
