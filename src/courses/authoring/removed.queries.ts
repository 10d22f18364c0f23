import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace } from './draft.queries.ts';

/** Lays a page with its questions, or one question, aside. Nothing happens when it is gone already. */
export async function layPageAside(tx: Tx, { customerId, versionId }: DraftPlace, pageId: string): Promise<void> {
  await sql`
    with questions as (
      delete from question where customer_id = ${customerId} and version_id = ${versionId} and page_id = ${pageId} returning *),
    page as (
      delete from course_page where customer_id = ${customerId} and version_id = ${versionId} and id = ${pageId} returning *)
    insert into removed_piece (customer_id, id, version_id, title, page, questions, removed_at)
    select page.customer_id, page.id, page.version_id, page.title, to_jsonb(page),
      (select coalesce(jsonb_agg(q), '[]') from questions q), app.now() from page`.execute(tx);
}

export async function layQuestionAside(tx: Tx, { customerId, versionId }: DraftPlace, id: string): Promise<void> {
  await sql`
    with gone as (
      delete from question where customer_id = ${customerId} and version_id = ${versionId} and id = ${id} returning *)
    insert into removed_piece (customer_id, id, version_id, title, questions, removed_at)
    select customer_id, id, version_id, prompt, jsonb_build_array(to_jsonb(gone)), app.now() from gone`.execute(tx);
}

export type RemovedPiece = { id: string; title: string; isPage: boolean; removedAt: Date };

export function listRemoved(tx: Tx, { customerId, versionId }: DraftPlace): Promise<RemovedPiece[]> {
  return tx
    .selectFrom('removed_piece')
    .select(['id', 'title', 'removed_at as removedAt', sql<boolean>`page is not null`.as('isPage')])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('removed_at', 'desc')
    .execute();
}

/** Takes a laid-aside piece out of the box, as the rows it was. */
export async function takeRemoved(tx: Tx, { customerId, versionId }: DraftPlace, id: string) {
  const piece = await tx
    .deleteFrom('removed_piece')
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .returning(['page', 'questions'])
    .executeTakeFirst();
  return piece as
    | { page: { id: string; position: number; section_id?: string | null } | null; questions: { page_id: string | null }[] }
    | undefined;
}

/** The rows as they were; the page at the given place, which is free. */
export async function putBack(tx: Tx, page: object | null, questions: object[], position: number): Promise<void> {
  if (page) {
    const row = JSON.stringify({ ...page, position });
    await sql`insert into course_page select * from jsonb_populate_record(null::course_page, ${row}::jsonb)`.execute(tx);
  }
  // A part of the question bank that has been taken away meanwhile is none.
  await sql`insert into question select (jsonb_populate_record(null::question, one.row || jsonb_build_object('pool_id',
      (select p.id from question_pool p where p.id = (one.row ->> 'pool_id')::uuid)))).*
    from jsonb_array_elements(${JSON.stringify(questions)}::jsonb) as one(row)`.execute(tx);
}

export async function emptyRemoved(tx: Tx, { customerId, versionId }: DraftPlace): Promise<void> {
  await tx.deleteFrom('removed_piece').where('customer_id', '=', customerId).where('version_id', '=', versionId).execute();
}
