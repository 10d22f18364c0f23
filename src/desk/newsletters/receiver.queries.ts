import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** A subscription that is still to be sent to, asked when the mail is. */
export function findReceiver(tx: Tx, subscriptionId: string) {
  return tx
    .selectFrom('newsletter_subscription as s')
    .innerJoin('newsletter_subscriber as r', 'r.id', 's.subscriber_id')
    .select(['s.id', 's.subscriber_id'])
    .where('s.id', '=', subscriptionId)
    .where('s.confirmed_at', 'is not', null)
    .where('r.bounced_at', 'is', null)
    .where('r.due_at', '>', sql<Date>`app.now()`)
    .executeTakeFirst();
}
