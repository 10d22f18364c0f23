import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Document } from '../document.ts';
import { upgradeDocument } from '../upgrade-document.ts';

type PageLine = { customerId: string; courseId: string; lineageId: string };
export type KeptText = { id: string; title: string; document: Document; savedAt: Date };

const kept = 100;

export async function listHistory(tx: Tx, { customerId, lineageId }: PageLine): Promise<KeptText[]> {
  const rows = await tx
    .selectFrom('page_history')
    .select(['id', 'title', 'document', 'saved_at as savedAt'])
    .where('customer_id', '=', customerId)
    .where('lineage_id', '=', lineageId)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(kept)
    .execute();
  return rows.map((row) => ({ ...row, document: upgradeDocument(row.document) }));
}

export async function insertHistory(
  tx: Tx,
  { customerId, courseId, lineageId }: PageLine,
  text: { title: string; document: Document },
): Promise<void> {
  await tx
    .insertInto('page_history')
    .values({
      customer_id: customerId,
      course_id: courseId,
      lineage_id: lineageId,
      title: text.title,
      document: JSON.stringify(text.document),
      saved_at: sql<Date>`app.now()`,
    })
    .execute();
  await sql`delete from page_history where customer_id = ${customerId} and lineage_id = ${lineageId} and id not in (
    select id from page_history where customer_id = ${customerId} and lineage_id = ${lineageId}
    order by saved_at desc, id desc limit ${kept})`.execute(tx);
}

export async function replaceHistory(tx: Tx, customerId: string, id: string, text: { title: string; document: Document }): Promise<void> {
  await tx
    .updateTable('page_history')
    .set({ title: text.title, document: JSON.stringify(text.document) })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

/** The history of pages that the published version no longer has. */
export async function forgetLostPages(tx: Tx, customerId: string, courseId: string, versionId: string): Promise<void> {
  await sql`delete from page_history h where h.customer_id = ${customerId} and h.course_id = ${courseId} and not exists
    (select from course_page p where p.customer_id = h.customer_id and p.version_id = ${versionId} and p.lineage_id = h.lineage_id)`.execute(
    tx,
  );
}
