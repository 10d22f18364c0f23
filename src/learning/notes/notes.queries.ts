import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Student } from '../learning.queries.ts';

type OnPage = { enrolmentId: string; pageId: string };

export async function upsertNote(tx: Tx, student: Student, { enrolmentId, pageId }: OnPage, body: string, at: Date): Promise<void> {
  await tx
    .insertInto('note')
    .values({ customer_id: student.customerId, enrolment_id: enrolmentId, page_id: pageId, body, saved_at: at })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id', 'page_id']).doUpdateSet({ body, saved_at: at }))
    .execute();
}

export async function deleteFromPage(tx: Tx, table: 'note' | 'bookmark', student: Student, { enrolmentId, pageId }: OnPage): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('customer_id', '=', student.customerId)
    .where('enrolment_id', '=', enrolmentId)
    .where('page_id', '=', pageId)
    .execute();
}

export async function insertBookmark(tx: Tx, student: Student, { enrolmentId, pageId }: OnPage, at: Date): Promise<void> {
  await tx
    .insertInto('bookmark')
    .values({ customer_id: student.customerId, enrolment_id: enrolmentId, page_id: pageId, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute();
}

export type OwnPage = { position: number; title: string; body: string | null; marked: boolean };
export type OwnPages = { title: string; language: 'sv' | 'en'; pages: OwnPage[] };

/** The pages of a course where the student has a note or a bookmark; undefined without access. */
export async function findOwnPages(tx: Tx, student: Student, courseSlug: string): Promise<OwnPages | undefined> {
  const { rows } = await sql<OwnPages>`
    select c.title, c.language, (
      select coalesce(json_agg(json_build_object('position', p.position, 'title', p.title, 'body', n.body,
        'marked', b.page_id is not null) order by p.position), '[]')
      from course_page p
      left join note n on n.customer_id = e.customer_id and n.enrolment_id = e.id and n.page_id = p.id
      left join bookmark b on b.customer_id = e.customer_id and b.enrolment_id = e.id and b.page_id = p.id
      where p.customer_id = e.customer_id and p.version_id = e.version_id and (n.page_id is not null or b.page_id is not null)) as pages
    from enrolment e join course c on c.customer_id = e.customer_id and c.id = e.course_id
    where e.customer_id = ${student.customerId} and e.account_id = ${student.accountId} and c.slug = ${courseSlug}
      and (e.ends_at is null or e.ends_at > app.now())`.execute(tx);
  return rows[0];
}
