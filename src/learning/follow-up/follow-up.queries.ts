import { sql } from 'kysely';
import type { Field } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export type Course = { customerId: string; courseId: string; shown: readonly Field[] };

/** The pages each of these students has done, by their place in the student's own version of the course. */
export async function listDone(tx: Tx, customerId: string, enrolmentIds: readonly string[]): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ id: string; done: number[] }>`
    select v.enrolment_id as id, array_agg(p.position order by p.position) as done
    from page_visit v join course_page p on p.customer_id = v.customer_id and p.id = v.page_id
    where v.customer_id = ${customerId} and v.enrolment_id = any(${enrolmentIds}) and v.completed_at is not null
    group by v.enrolment_id`.execute(tx);
  return new Map(rows.map(({ id, done }) => [id, done]));
}
