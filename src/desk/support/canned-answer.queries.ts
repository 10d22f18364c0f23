import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Desk } from '../enquiries/enquiry.ts';

export type CannedAnswer = { id: string; title: string; text_sv: string; text_en: string };

const isCalled = (text: string) =>
  sql<boolean>`(${text} = '' or strpos(lower(title collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0)`;

/** To choose among while writing; others are found by what they are called. */
export const cannedAnswersShown = 100;

/** The desk's own with this in their name, and one more than are shown. */
export function listCannedAnswers(tx: Tx, desk: Desk, text: string): Promise<Pick<CannedAnswer, 'id' | 'title'>[]> {
  return tx
    .selectFrom('canned_answer')
    .select(['id', 'title'])
    .where('desk', '=', desk)
    .where(isCalled(text))
    .orderBy('title')
    .orderBy('id')
    .limit(cannedAnswersShown + 1)
    .execute();
}

export const cannedAnswersPerPage = 50;
export const cannedAnswerOrders = ['name', 'latest'] as const;
export type CannedAnswersWanted = {
  /** Part of what it is called; empty for all. */
  text: string;
  order: (typeof cannedAnswerOrders)[number];
  after: string | undefined;
};
export type CannedAnswerRow = Pick<CannedAnswer, 'id' | 'title'> & { changed_at: Date };

/** The desk's own with this in their name, and one more than a page. After one that is removed the list begins anew. */
export async function listCannedAnswersInOrder(tx: Tx, desk: Desk, wanted: CannedAnswersWanted): Promise<CannedAnswerRow[]> {
  const byName = sql`title collate "sv-x-icu", id`;
  // The latest first: a number that falls, so that a place is compared as one row.
  const place = wanted.order === 'latest' ? sql`-extract(epoch from changed_at), ${byName}` : byName;
  const { rows } = await sql<CannedAnswerRow>`
    select id, title, changed_at from canned_answer
    where desk = ${desk}
      and ${isCalled(wanted.text)}
      and coalesce((${place}) > (select ${place} from canned_answer where desk = ${desk} and id = ${wanted.after ?? null}), true)
    order by ${place} limit ${cannedAnswersPerPage + 1}`.execute(tx);
  return rows;
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
