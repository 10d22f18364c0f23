import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { WhichKeysOf } from './change-keys.queries.ts';

const now = sql<Date>`app.now()`;

/** The keys of a batch that can be sent to someone; of a whole batch those that have not been handed out. */
export async function listSendable(tx: Tx, { customerId, batchId, ids }: WhichKeysOf): Promise<string[]> {
  const rows = await tx
    .selectFrom('course_key')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('batch_id', '=', batchId)
    .where('bound_email', 'is not', null)
    .where('blocked_at', 'is', null)
    .where('expires_at', '>', now)
    .$if(ids === 'all', (query) => query.where('handed_out_at', 'is', null))
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids as string[]))
    .execute();
  return rows.map(({ id }) => id);
}

type Sending = { customerId: string; ids: string[]; again: boolean; at: Date };

/**
 * Marks keys as handed out and tells where to send them: those that have not been, or that are sent again and have not been
 * sent within the hour.
 */
export function holdSendable(tx: Tx, { customerId, ids, again, at }: Sending) {
  const unsent = sql<boolean>`handed_out_at is null`;
  const notJust = sql<boolean>`not exists (select from challenge c
    where c.kind = 'redeem-key' and c.key_id = course_key.id and c.created_at > app.now() - interval '1 hour')`;
  return tx
    .updateTable('course_key')
    .set({ handed_out_at: again ? sql<Date>`coalesce(handed_out_at, ${at})` : at })
    .where('customer_id', '=', customerId)
    .where('id', 'in', ids)
    .where('redeemed_at', 'is', null)
    .where('bound_email', 'is not', null)
    .where(again ? notJust : unsent)
    .returning(['id', 'bound_email'])
    .$narrowType<{ bound_email: string }>()
    .execute();
}
