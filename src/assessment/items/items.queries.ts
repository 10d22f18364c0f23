import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type ItemFigures = {
  id: string;
  prompt: string;
  kind: string;
  answered: number;
  /** The mean share of the points, between 0 (nobody) and 1 (everybody). */
  difficulty: number | null;
  /** How the question goes together with the rest of the test, between −1 and 1. */
  discrimination: number | null;
};

/**
 * Difficulty and discrimination of each question of the final test that new students get, over every attempt whose result is
 * out; an unanswered question gave nothing. The same question of earlier versions counts as long as its words are the same.
 * One statement, whatever the number of attempts.
 */
export async function listItemFigures(tx: Tx, customerId: string, courseId: string, smallestGroup: number): Promise<ItemFigures[]> {
  const { rows } = await sql<ItemFigures>`
    with newest as (
      select q.id, q.lineage_id, q.kind, q.prompt, q.body, q.position from question q
      where q.customer_id = ${customerId} and q.page_id is null and q.version_id = (
        select v.id from course_version v
        where v.customer_id = ${customerId} and v.course_id = ${courseId} and v.published_at <= app.now()
        order by v.number desc limit 1)),
    items as (
      select t.id as attempt_id, n.id as item_id, coalesce(a.points, 0)::float8 / q.points as share,
        case when t.max_points > q.points then (t.points - coalesce(a.points, 0))::float8 / (t.max_points - q.points) end as rest
      from attempt t
      join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id and e.course_id = ${courseId}
      cross join unnest(t.question_ids) as drawn(id)
      join question q on q.customer_id = t.customer_id and q.id = drawn.id
      join newest n on n.lineage_id = q.lineage_id and n.kind = q.kind and n.prompt = q.prompt and n.body = q.body
      left join attempt_answer a on a.customer_id = t.customer_id and a.attempt_id = t.id and a.question_id = q.id
      where t.customer_id = ${customerId} and t.passed is not null)
    select n.id, n.prompt, n.kind, count(i.attempt_id) as answered,
      case when count(i.attempt_id) >= ${smallestGroup} then round(avg(i.share)::numeric, 4)::float8 end as difficulty,
      case when count(i.rest) >= ${smallestGroup} then round(corr(i.share, i.rest)::numeric, 4)::float8 end as discrimination
    from newest n left join items i on i.item_id = n.id
    group by n.id, n.prompt, n.kind, n.position order by n.position, n.id`.execute(tx);
  return rows;
}
