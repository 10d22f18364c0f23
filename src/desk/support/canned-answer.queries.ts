import type { Tx } from '../../platform/database.ts';
import type { Desk } from '../enquiries/enquiry.ts';

export type CannedAnswer = { id: string; title: string; text_sv: string; text_en: string };
export const mostCannedAnswers = 100;

export function listCannedAnswers(tx: Tx, desk: Desk): Promise<CannedAnswer[]> {
  return tx
    .selectFrom('canned_answer')
    .select(['id', 'title', 'text_sv', 'text_en'])
    .where('desk', '=', desk)
    .orderBy('title')
    .orderBy('id')
    .limit(mostCannedAnswers)
    .execute();
}

/** Each desk's own: row-level security lets nobody else see it. */
export function findCannedAnswer(tx: Tx, id: string) {
  return tx.selectFrom('canned_answer').select(['id', 'desk', 'title', 'text_sv', 'text_en']).where('id', '=', id).executeTakeFirst();
}

type NewAnswer = Omit<CannedAnswer, 'id'> & { desk: Desk; clientId: string; at: Date };

/** The same form twice makes one. */
export async function insertCannedAnswer(tx: Tx, { clientId, at, ...answer }: NewAnswer): Promise<void> {
  await tx
    .insertInto('canned_answer')
    .values({ ...answer, client_id: clientId, changed_at: at })
    .onConflict((on) => on.column('client_id').doNothing())
    .execute();
}

export async function updateCannedAnswer(tx: Tx, { id, ...change }: CannedAnswer, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('canned_answer')
    .set({ ...change, changed_at: at })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteCannedAnswer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('canned_answer').where('id', '=', id).execute();
}
