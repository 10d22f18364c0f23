import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace } from './draft.queries.ts';

/** An empty draft; undefined when the course has one already. Two authors who begin at once share one. */
export function insertDraft(tx: Tx, customerId: string, courseId: string) {
  return tx
    .insertInto('course_version')
    .values({
      customer_id: customerId,
      course_id: courseId,
      number: sql<number>`(select coalesce(max(v.number), 0) + 1 from course_version v
        where v.customer_id = ${customerId} and v.course_id = ${courseId})`,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** The version to copy from: the draft when there is one, else what is published. */
export async function newestVersion(tx: Tx, customerId: string, courseId: string, published: boolean): Promise<string | undefined> {
  const row = await tx
    .selectFrom('course_version')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .$if(published, (query) => query.where('published_at', 'is not', null))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Copies sections, pages, questions and the rules of the final test. A copy of another course's pages begins lines of its own. */
export async function copyContent(
  tx: Tx,
  fromVersionId: string,
  { customerId, versionId }: DraftPlace,
  sameCourse: boolean,
): Promise<void> {
  await sql`
    with sections as materialized (
      select s.*, app.uuid_v7() as new_id from course_section s where s.customer_id = ${customerId} and s.version_id = ${fromVersionId}),
    copied_sections as (
      insert into course_section (customer_id, id, version_id, position, title)
      select customer_id, new_id, ${versionId}, position, title from sections),
    pages as materialized (
      select p.*, app.uuid_v7() as new_id from course_page p where p.customer_id = ${customerId} and p.version_id = ${fromVersionId}),
    copied as (
      insert into course_page (customer_id, id, version_id, position, title, minutes, minutes_by_hand, document, html, revision, lineage_id, saved_at,
        section_id)
      select customer_id, new_id, ${versionId}, position, title, minutes, minutes_by_hand, document, html, revision,
        case when ${sameCourse}::boolean then lineage_id else app.uuid_v7() end, case when ${sameCourse}::boolean then saved_at else app.now() end,
        (select sections.new_id from sections where sections.id = pages.section_id)
      from pages),
    shown as (
      insert into page_file (customer_id, page_id, file_id)
      select f.customer_id, pages.new_id, f.file_id from page_file f join pages on pages.id = f.page_id where f.customer_id = ${customerId}),
    rules as (
      insert into final_test (customer_id, version_id, pass_percent, max_attempts, time_limit_minutes, wait_hours, answers_shown,
        shuffle_questions, shuffle_options)
      select customer_id, ${versionId}, pass_percent, max_attempts, time_limit_minutes, wait_hours, answers_shown,
        shuffle_questions, shuffle_options
      from final_test where customer_id = ${customerId} and version_id = ${fromVersionId}),
    pools as materialized (
      select p.*, app.uuid_v7() as new_id from question_pool p where p.customer_id = ${customerId} and p.version_id = ${fromVersionId}),
    copied_pools as (
      insert into question_pool (customer_id, id, version_id, name, draw)
      select customer_id, new_id, ${versionId}, name, draw from pools)
    insert into question (customer_id, version_id, page_id, position, kind, prompt, body, points, pool_id, lineage_id)
    select q.customer_id, ${versionId}, pages.new_id, q.position, q.kind, q.prompt, q.body, q.points, pools.new_id, q.lineage_id
    from question q left join pages on pages.id = q.page_id left join pools on pools.id = q.pool_id
    where q.customer_id = ${customerId} and q.version_id = ${fromVersionId}`.execute(tx);
}

/** From now on the version is what new students get, and nothing changes it any more. */
export async function publishVersion(tx: Tx, { customerId, courseId, versionId }: DraftPlace): Promise<void> {
  await sql`update course set minutes = greatest(1, (select coalesce(sum(p.minutes), 0) from course_page p
    where p.customer_id = ${customerId} and p.version_id = ${versionId})) where customer_id = ${customerId} and id = ${courseId}`.execute(
    tx,
  );
  await tx
    .updateTable('course_version')
    .set({ published_at: sql<Date>`app.now()` })
    .where('customer_id', '=', customerId)
    .where('id', '=', versionId)
    .execute();
}
