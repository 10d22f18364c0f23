import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

type Settings = { validMonths: number | null; days: number | null };

/** How long the certificate holds and how many days there are: what a course has beside its pages. */
export async function insertSettings(tx: Tx, customerId: string, courseId: string, { validMonths, days }: Settings): Promise<void> {
  const place = { customer_id: customerId, course_id: courseId };
  if (validMonths !== null) {
    await tx
      .insertInto('certificate_template')
      .values({ ...place, valid_months: validMonths, changed_at: sql<Date>`app.now()` })
      .execute();
  }
  if (days !== null)
    await tx
      .insertInto('course_plan')
      .values({ ...place, days_to_finish: days })
      .execute();
}

/** The same from another course. A day in the calendar belongs to one course and does not come along, nor does whoever signs. */
export async function copySettings(tx: Tx, customerId: string, from: string, to: string): Promise<void> {
  const of = (table: 'certificate_template' | 'course_plan') =>
    sql`${sql.table(table)} where customer_id = ${customerId} and course_id = ${from}`;
  const { rows } = await sql<Settings>`
    select (select valid_months from ${of('certificate_template')}) as "validMonths", (select days_to_finish from ${of('course_plan')}) as days`.execute(
    tx,
  );
  await insertSettings(tx, customerId, to, rows[0]!);
}
