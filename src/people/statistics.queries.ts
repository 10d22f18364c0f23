import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export type PageCount = { position: number; title: string; done: number };
export type CourseCounts = { started: number; completed: number; passed: number; tested: number; averageShare: number | null };

/**
 * Counted from rows that outlive their person, so that the figures stay when someone is anonymised: to the last decimal, which
 * floating point would not promise.
 */
export async function countCourse(tx: Tx, customerId: string, courseId: string): Promise<CourseCounts> {
  const { rows } = await sql<CourseCounts>`
    select count(*) filter (where exists (select from page_visit v where v.customer_id = e.customer_id and v.enrolment_id = e.id)) as started,
           count(e.completed_at) as completed,
           count(*) filter (where best.passed) as passed,
           count(best.share) as tested,
           round(avg(best.share), 4)::float8 as "averageShare"
    from enrolment e
    left join lateral (
      select bool_or(t.passed) as passed, max(t.points::numeric / nullif(t.max_points, 0)) as share
      from attempt t
      where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is not null) best on true
    where e.customer_id = ${customerId} and e.course_id = ${courseId}`.execute(tx);
  return rows[0]!;
}

/** How many have done each page of the version that new students get. */
export async function countPages(tx: Tx, customerId: string, courseId: string): Promise<PageCount[]> {
  const { rows } = await sql<PageCount>`
    select p.position, p.title, (select count(*) from page_visit v
      where v.customer_id = p.customer_id and v.page_id = p.id and v.completed_at is not null) as done
    from course_page p
    where p.customer_id = ${customerId} and p.version_id = (
      select cv.id from course_version cv
      where cv.customer_id = ${customerId} and cv.course_id = ${courseId} and cv.published_at <= app.now()
      order by cv.number desc limit 1)
    order by p.position`.execute(tx);
  return rows;
}
