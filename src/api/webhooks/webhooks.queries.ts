import { sql } from 'kysely';
import { seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export const webhooksPerPage = 50;

export type NewWebhook = { customerId: string; clientId: string; madeBy: string; address: string; events: string[]; secret: Buffer };

/** Its id; undefined when the same form has made one already. */
export async function insertWebhook(tx: Tx, webhook: NewWebhook): Promise<string | undefined> {
  const row = await tx
    .insertInto('webhook')
    .values({
      customer_id: webhook.customerId,
      client_id: webhook.clientId,
      made_by: webhook.madeBy,
      address: webhook.address,
      events: webhook.events,
      secret: webhook.secret,
      created_at: sql<Date>`app.now()`,
    })
    .onConflict((on) => on.columns(['customer_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

const webhooks = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('webhook as w')
    .innerJoin(seenPeople('a', customerId), 'a.id', 'w.made_by')
    .select(['w.id', 'w.address', 'w.events', 'w.created_at', 'w.ended_at', 'w.old_secret_until', 'w.made_by'])
    .select(['a.given_name', 'a.family_name'])
    .select(sql<boolean>`w.ended_at is null and app.has_role(w.made_by, w.customer_id, 'customer_admin')`.as('active'))
    .select(
      sql<boolean>`exists (select from webhook_delivery d where d.customer_id = w.customer_id and d.webhook_id = w.id
        and d.gave_up_at is not null)`.as('has_stuck'),
    )
    .where('w.customer_id', '=', customerId);

/** The customer's webhooks, the newest first, and one more than a page. */
export function listWebhooks(tx: Tx, customerId: string, after: string | undefined) {
  return webhooks(tx, customerId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(w.created_at, w.id) < (select l.created_at, l.id from webhook l
        where l.customer_id = ${customerId} and l.id = ${after})`),
    )
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id', 'desc')
    .limit(webhooksPerPage + 1)
    .execute();
}
export type WebhookRow = Awaited<ReturnType<typeof listWebhooks>>[number];

export const findWebhook = (tx: Tx, customerId: string, id: string): Promise<WebhookRow | undefined> =>
  webhooks(tx, customerId).where('w.id', '=', id).executeTakeFirst();

/** Ends it: nothing is sent any more, and its secrets are gone. */
export async function endWebhook(tx: Tx, customerId: string, id: string): Promise<void> {
  await tx
    .updateTable('webhook')
    .set({ ended_at: sql<Date>`coalesce(ended_at, app.now())`, secret: Buffer.alloc(0), old_secret: null, old_secret_until: null })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

/** A new secret; the one before signs as well until then, so that no event is lost while the receiver is changed. */
export async function replaceSecret(tx: Tx, customerId: string, id: string, secret: Buffer, oldUntil: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook')
    .set({ old_secret: sql<Buffer>`secret`, old_secret_until: oldUntil, secret })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
