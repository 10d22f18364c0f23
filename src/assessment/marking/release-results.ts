import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { settleResult } from '../settle-result.ts';
import { copyPoints } from './marking.queries.ts';
import { listReady } from './queue.queries.ts';

/** As many at a time as one transaction should hold; the rest by another press. */
const most = 200;

/** Gives the results that are ready to their students, with a mail to each that says so and nothing more. */
export async function releaseResults(tx: Tx, clock: Clock, where: { customerId: string; courseId: string }): Promise<number> {
  const ready = await listReady(tx, where, most);
  await copyPoints(
    tx,
    where.customerId,
    ready.map(({ attemptId }) => attemptId),
  );
  for (const { attemptId, enrolmentId, passPercent, submittedAt, accountId, language } of ready) {
    await settleResult(tx, { customerId: where.customerId, attemptId, enrolmentId, passPercent, submittedAt, at: clock.now() });
    const about = { customer: where.customerId, course: where.courseId };
    await postMail(tx, clock, { to: { accountId }, template: 'test-result', language, about });
  }
  return ready.length;
}
