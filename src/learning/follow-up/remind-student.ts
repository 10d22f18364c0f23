import { sql } from 'kysely';
import { notify } from '../../notifications/index.ts';
import { addDays, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';

export type Reminder = { customerId: string; courseId: string; enrolmentId: string };

/**
 * A teacher reminds a student of one of their groups of the course: no words, since teachers read no correspondence and could
 * not be answered. 'too soon' when the student has heard from the course within a day, from whomever. Undefined for any other student.
 */
export async function remindStudent(
  tx: Tx,
  clock: Clock,
  { customerId, courseId, enrolmentId }: Reminder,
): Promise<'sent' | 'too soon' | undefined> {
  // Two who press at once take turns.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nudge ${enrolmentId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ accountId: string; heard: boolean }>`
    select e.account_id as "accountId", app.heard_since(e.customer_id, e.id, ${addDays(clock.now(), -1)}) as heard from enrolment e
    where e.customer_id = ${customerId} and e.course_id = ${courseId} and e.id = ${enrolmentId}
      and (e.ends_at is null or e.ends_at > app.now()) and app.in_own_group(e.customer_id, e.account_id, e.course_id)`.execute(tx);
  const [student] = rows;
  if (!student) return undefined;
  if (student.heard) return 'too soon';
  await notify(tx, clock, { event: 'nudged', to: [student.accountId], customerId, courseId });
  return 'sent';
}
