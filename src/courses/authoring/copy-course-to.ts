import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { publishVersion } from './copy-version.queries.ts';

/**
 * Gives a customer its own copy of a course of the open catalogue, published and not listed: from then on it is the
 * customer's to change. Undefined when there is no such course any more. The film stays with the original.
 */
export async function copyCourseTo(tx: Tx, courseId: string, customerId: string): Promise<string | undefined> {
  const [id, versionId] = [randomUUID(), randomUUID()];
  const { rows } = await sql<{ version_id: string }>`
    with original as (
      select c.*, (select v.id from course_version v where v.customer_id = c.customer_id and v.course_id = c.id
        and v.published_at is not null order by v.number desc limit 1) as version_id
      from course c where c.id = ${courseId} and c.listed_at <= app.now()),
    copied as (
      insert into course (customer_id, id, slug, title, tagline, description, audience, outcomes, minutes, language, page_order, created_at)
      select ${customerId}, ${id}, slug || case when exists (select from course o where o.customer_id = ${customerId}
        and o.slug = original.slug) then '-' || left(id::text, 8) else '' end, title, tagline, description, audience, outcomes, minutes, language, page_order, app.now()
      from original where version_id is not null)
    select version_id from original where version_id is not null`.execute(tx);
  const from = rows[0]?.version_id;
  if (!from) return undefined;
  await sql`insert into course_version (customer_id, id, course_id, number) values (${customerId}, ${versionId}, ${id}, 1)`.execute(tx);
  await copyAcross(tx, from, customerId, versionId);
  await publishVersion(tx, { customerId, courseId: id, versionId });
  return id;
}

async function copyAcross(tx: Tx, from: string, customerId: string, versionId: string): Promise<void> {
  await sql`
    with pages as materialized (select p.*, app.uuid_v7() as new_id from course_page p where p.version_id = ${from}),
    copied as (
      insert into course_page (customer_id, id, version_id, position, title, minutes, minutes_by_hand, document, html, lineage_id, saved_at)
      select ${customerId}, new_id, ${versionId}, position, title, minutes, minutes_by_hand, document, html, app.uuid_v7(), app.now() from pages),
    rules as (
      insert into final_test (customer_id, version_id, pass_percent, max_attempts, time_limit_minutes)
      select ${customerId}, ${versionId}, pass_percent, max_attempts, time_limit_minutes from final_test where version_id = ${from})
    insert into question (customer_id, version_id, page_id, position, kind, prompt, body, points)
    select ${customerId}, ${versionId}, pages.new_id, q.position, q.kind, q.prompt, q.body, q.points
    from question q left join pages on pages.id = q.page_id where q.version_id = ${from}`.execute(tx);
}
