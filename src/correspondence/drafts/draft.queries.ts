import type { Tx } from '../../platform/database.ts';

type Thread = { customer_id: string; id: string };

export function findDraft(tx: Tx, { customer_id, id }: Thread, accountId: string) {
  return tx
    .selectFrom('message_draft as d')
    .leftJoin('course_page as p', (join) => join.onRef('p.customer_id', '=', 'd.customer_id').onRef('p.id', '=', 'd.page_id'))
    .select(['d.body', 'd.saved_at', 'p.id as page_id', 'p.title as page_title'])
    .where('d.customer_id', '=', customer_id)
    .where('d.correspondence_id', '=', id)
    .where('d.account_id', '=', accountId)
    .executeTakeFirst();
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

type NewDraft = { accountId: string; body: string; pageId: string | undefined; savedAt: Date; dueAt: Date };

export async function upsertDraft(
  tx: Tx,
  { customer_id, id }: Thread,
  { accountId, body, pageId, savedAt, dueAt }: NewDraft,
): Promise<void> {
  const values = { body, page_id: pageId ?? null, saved_at: savedAt, due_at: dueAt };
  await tx
    .insertInto('message_draft')
    .values({ customer_id, correspondence_id: id, account_id: accountId, ...values })
    .onConflict((on) => on.columns(['customer_id', 'correspondence_id', 'account_id']).doUpdateSet(values))
    .execute();
}

export async function removeDraft(tx: Tx, { customer_id, id }: Thread, accountId: string): Promise<void> {
  await tx
    .deleteFrom('message_draft')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('account_id', '=', accountId)
    .execute();
}
