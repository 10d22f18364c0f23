import { sql } from 'kysely';
import { isInCourse } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export type Plan = { dueAt: Date | null; days: number | null };
export type OwnDeadline = { dueAt: Date | null; reason: string | null };

export async function findPlan(tx: Tx, customerId: string, courseId: string): Promise<Plan> {
  const row = await tx
    .selectFrom('course_plan')
    .select(['due_at as dueAt', 'days_to_finish as days'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
  return row ?? { dueAt: null, days: null };
}

export async function savePlan(tx: Tx, customerId: string, courseId: string, { dueAt, days }: Plan): Promise<void> {
  const plan = { due_at: dueAt, days_to_finish: days };
  await tx
    .insertInto('course_plan')
    .values({ customer_id: customerId, course_id: courseId, ...plan })
    .onConflict((on) => on.columns(['customer_id', 'course_id']).doUpdateSet(plan))
    .execute();
}

/** What holds for single students instead, of those asked for. */
export async function listOwnDeadlines(tx: Tx, customerId: string, enrolmentIds: readonly string[]): Promise<Map<string, OwnDeadline>> {
  const rows = await tx
    .selectFrom('own_deadline')
    .select(['enrolment_id', 'due_at as dueAt', 'waiver_reason as reason'])
    .where('customer_id', '=', customerId)
    .where('enrolment_id', '=', sql<string>`any(${enrolmentIds})`)
    .execute();
  return new Map(rows.map(({ enrolment_id, ...own }) => [enrolment_id, own]));
}

type OfStudent = { courseId: string; enrolmentId: string };

/** Gives a student of the course another day, or none and why; with neither the course's own holds again. False without such a student. */
export async function saveOwn(tx: Tx, customerId: string, { courseId, enrolmentId }: OfStudent, own: OwnDeadline): Promise<boolean> {
  if (!(await isInCourse(tx, customerId, { courseId, enrolmentId }))) return false;
  if (!own.dueAt && !own.reason) {
    await tx.deleteFrom('own_deadline').where('customer_id', '=', customerId).where('enrolment_id', '=', enrolmentId).execute();
    return true;
  }
  const row = { due_at: own.dueAt, waiver_reason: own.reason };
  await tx
    .insertInto('own_deadline')
    .values({ customer_id: customerId, enrolment_id: enrolmentId, ...row })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id']).doUpdateSet(row))
    .execute();
  return true;
}
