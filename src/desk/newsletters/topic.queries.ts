import type { Tx } from '../../platform/database.ts';

type NewTopic = { title_sv: string; title_en: string; lead_sv: string; lead_en: string; client_id: string };

/** The same form sent twice is one topic. */
export async function insertTopic(tx: Tx, topic: NewTopic, at: Date): Promise<void> {
  await tx
    .insertInto('newsletter_topic')
    .values({ ...topic, created_at: at })
    .onConflict((on) => on.column('client_id').doNothing())
    .execute();
}

export async function markEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('newsletter_topic').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).execute();
}
