import { sql } from 'kysely';
import type { Field } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { EventName } from './events.ts';

export const deliveriesPerPage = 50;
export const deliveryStates = ['waiting', 'delivered', 'stuck'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const state = sql<DeliveryState>`case when d.delivered_at is not null then 'delivered'
  when d.gave_up_at is not null then 'stuck' else 'waiting' end`;

/** What a webhook has been told, the newest first, and one more than a page. */
export function listDeliveries(
  tx: Tx,
  of: { customerId: string; webhookId: string; state: DeliveryState | undefined; after: string | undefined },
) {
  return tx
    .selectFrom('webhook_delivery as d')
    .select(['d.id', sql<EventName>`d.event`.as('event'), 'd.made_at', 'd.attempts', 'd.tried_at', 'd.next_at', 'd.status', 'd.problem'])
    .select(state.as('state'))
    .where('d.customer_id', '=', of.customerId)
    .where('d.webhook_id', '=', of.webhookId)
    .$if(of.state !== undefined, (query) => query.where(state, '=', of.state!))
    .$if(of.after !== undefined, (query) => query.where('d.id', '<', of.after!))
    .orderBy('d.id', 'desc')
    .limit(deliveriesPerPage + 1)
    .execute();
}
export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

export async function insertTest(tx: Tx, customerId: string, webhookId: string, dueAt: Date): Promise<string> {
  const { id } = await tx
    .insertInto('webhook_delivery')
    .values({
      customer_id: customerId,
      webhook_id: webhookId,
      event: 'webhook.test',
      made_at: sql<Date>`app.now()`,
      next_at: sql<Date>`app.now()`,
      due_at: dueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Begins those that have been given up anew, one or all of them. Gives their ids. */
export async function takeUpAgain(tx: Tx, of: { customerId: string; webhookId: string; id?: string }): Promise<string[]> {
  const rows = await tx
    .updateTable('webhook_delivery')
    .set({ gave_up_at: null, attempts: 0, next_at: sql<Date>`app.now()` })
    .where('customer_id', '=', of.customerId)
    .where('webhook_id', '=', of.webhookId)
    .where('gave_up_at', 'is not', null)
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id!))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export type ToSend = {
  event: EventName;
  madeAt: Date;
  attempts: number;
  enrolmentId: string | null;
  certificateId: string | null;
  address: string;
  madeBy: string;
  secret: Buffer;
  /** The one before, while it still holds. */
  oldSecret: Buffer | null;
};

/** An event that waits to be sent, and where; undefined when it has arrived, is given up or has nowhere to go any more. */
export async function findToSend(tx: Tx, customerId: string, id: string): Promise<ToSend | undefined> {
  const { rows } = await sql<ToSend>`
    select d.event, d.made_at as "madeAt", d.attempts, d.enrolment_id as "enrolmentId", d.certificate_id as "certificateId",
      w.address, w.made_by as "madeBy", w.secret, case when w.old_secret_until > app.now() then w.old_secret end as "oldSecret"
    from webhook_delivery d join webhook w on w.customer_id = d.customer_id and w.id = d.webhook_id
    where d.customer_id = ${customerId} and d.id = ${id} and d.delivered_at is null and d.gave_up_at is null and w.ended_at is null and w.secret <> ''`.execute(
    tx,
  );
  return rows[0];
}

/** The course of an enrolment, and what its administrators are shown of it now, as whoever made the webhook sees it. */
export async function findAbout(tx: Tx, customerId: string, enrolmentId: string): Promise<{ course: string; shown: Field[] } | undefined> {
  const { rows } = await sql<{ course: string; shown: Field[] }>`
    select c.slug as course, app.fields_shown(app.account_id(), c.customer_id, c.id, 'staff') as shown
    from enrolment e join course c on c.customer_id = e.customer_id and c.id = e.course_id
    where e.customer_id = ${customerId} and e.id = ${enrolmentId}
      and app.has_role(app.account_id(), e.customer_id, 'customer_admin')`.execute(tx);
  return rows[0];
}

type Tried = { status: number | null; problem: string | null; delivered: boolean; nextAt: Date | undefined };

/** Writes what came of an attempt. Without a next one it is given up, and waits for a person. */
export async function recordAttempt(tx: Tx, customerId: string, id: string, { status, problem, delivered, nextAt }: Tried): Promise<void> {
  const over = sql<Date>`app.now()`;
  await tx
    .updateTable('webhook_delivery')
    .set({ attempts: sql`attempts + 1`, tried_at: sql<Date>`app.now()`, status, problem, next_at: nextAt ?? null })
    .set(delivered ? { delivered_at: over } : nextAt ? {} : { gave_up_at: over })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .execute();
}
