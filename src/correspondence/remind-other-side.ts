import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Side } from './side.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { listAdministrators, listStudent } from './reminder.queries.ts';
import type { ThreadRow } from './thread.queries.ts';

/** Time enough for a message to be read live, so that a conversation under way causes no mail. */
const waitSeconds = 15;

export const templateTo = { student: 'new-message-to-student', administrator: 'new-message-to-administrator' } as const;

/**
 * Tells the other side by mail that there is something to read. The row names the course and not the thread: an
 * administrator's mail must not lead to a student who has been erased.
 */
export async function remindOtherSide(tx: Tx, clock: Clock, thread: ThreadRow, writer: Pick<Side, 'name' | 'accountId'>): Promise<void> {
  const fromStudent = writer.name === 'student';
  const recipients = fromStudent ? await listAdministrators(tx, thread, writer.accountId) : await listStudent(tx, thread);
  const template = templateTo[fromStudent ? 'administrator' : 'student'];
  const about = { customer: thread.customer_id, course: thread.course_id };
  for (const { accountId, language } of recipients)
    await postMail(tx, clock, { to: { accountId }, template, language, about, waitSeconds });
}
