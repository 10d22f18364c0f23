import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type Place = { customerId: string; attemptId: string };
export type Summed = { points: number; maxPoints: number };

/** What the answers of an attempt gave, of what its questions can give. */
export async function sumPoints(tx: Tx, { customerId, attemptId }: Place): Promise<Summed> {
  const { rows } = await sql<Summed>`
    select (select coalesce(sum(a.points), 0)::int from attempt_answer a
            where a.customer_id = t.customer_id and a.attempt_id = t.id) as points,
      (select coalesce(sum(q.points), 0)::int from question q
       where q.customer_id = t.customer_id and q.id = any(t.question_ids)) as "maxPoints"
    from attempt t where t.customer_id = ${customerId} and t.id = ${attemptId}`.execute(tx);
  return rows[0]!;
}

/** From now on the result is the student's. */
export async function writeResult(tx: Tx, { customerId, attemptId }: Place, result: Summed & { passed: boolean }): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ points: result.points, max_points: result.maxPoints, passed: result.passed })
    .where('customer_id', '=', customerId)
    .where('id', '=', attemptId)
    .where('submitted_at', 'is not', null)
    .execute();
}

export async function completeEnrolment(tx: Tx, customerId: string, enrolmentId: string, at: Date): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ completed_at: at })
    .where('customer_id', '=', customerId)
    .where('id', '=', enrolmentId)
    .where('completed_at', 'is', null)
    .execute();
}
