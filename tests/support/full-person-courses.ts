import type { Tx } from '../../src/platform/database.ts';

type OnCourse = { customer_id: string; enrolment_id: string; page_id: string };

/** What a person leaves in a course besides pages and answers. */
export async function addCourseTraces(tx: Tx, { customer_id, enrolment_id }: OnCourse): Promise<void> {
  await tx
    .insertInto('deadline_reminder')
    .values({ customer_id, enrolment_id, due_at: new Date('2026-12-01T22:59:59Z'), days_ahead: 7 })
    .execute();
}
