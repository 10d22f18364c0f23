import { sql } from 'kysely';
import { isInCourse } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export type Opening = { opensAt: Date | null; closesAt: Date | null };

export async function findOpening(tx: Tx, customerId: string, courseId: string): Promise<Opening> {
  const row = await tx
    .selectFrom('test_opening')
    .select(['opens_at as opensAt', 'closes_at as closesAt'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
  return row ?? { opensAt: null, closesAt: null };
}

export async function saveOpening(tx: Tx, customerId: string, courseId: string, { opensAt, closesAt }: Opening): Promise<void> {
  const times = { opens_at: opensAt, closes_at: closesAt };
  await tx
    .insertInto('test_opening')
    .values({ customer_id: customerId, course_id: courseId, ...times })
    .onConflict((on) => on.columns(['customer_id', 'course_id']).doUpdateSet(times))
    .execute();
}

/** Extra minutes by enrolment, of those asked for. */
export async function listExtraTime(tx: Tx, customerId: string, enrolmentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('extra_time')
    .select(['enrolment_id', 'minutes'])
    .where('customer_id', '=', customerId)
    .where('enrolment_id', '=', sql<string>`any(${enrolmentIds})`)
    .execute();
  return new Map(rows.map(({ enrolment_id, minutes }) => [enrolment_id, minutes]));
}

/** Gives a student of the course more time, or none; false when nobody in the course is that student. */
export async function saveExtraTime(
  tx: Tx,
  customerId: string,
  { courseId, enrolmentId, minutes }: { courseId: string; enrolmentId: string; minutes: number },
): Promise<boolean> {
  if (!(await isInCourse(tx, customerId, { courseId, enrolmentId }))) return false;
  if (minutes === 0) {
    await tx.deleteFrom('extra_time').where('customer_id', '=', customerId).where('enrolment_id', '=', enrolmentId).execute();
    return true;
  }
  await tx
    .insertInto('extra_time')
    .values({ customer_id: customerId, enrolment_id: enrolmentId, minutes, created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id']).doUpdateSet({ minutes }))
    .execute();
  return true;
}
