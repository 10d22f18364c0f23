import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Channel, EventName } from './events.ts';
import { usualRhythm, type Rhythm } from './rhythm.ts';

export const perPage = 30;

/** A person's own, newest first; one more than a page. */
export function listNotifications(tx: Tx, accountId: string, before: string | undefined) {
  return own(tx, accountId)
    .where('n.shown', '=', true)
    .$if(before !== undefined, (query) => query.where('n.id', '<', before!))
    .orderBy('n.id', 'desc')
    .limit(perPage + 1)
    .execute();
}
export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

const own = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('notification as n')
    .leftJoin('customer', 'customer.id', 'n.customer_id')
    .leftJoin('course', (join) => join.onRef('course.customer_id', '=', 'n.customer_id').onRef('course.id', '=', 'n.course_id'))
    .select([
      'n.id',
      'n.event',
      'n.created_at',
      'n.read_at',
      'customer.slug as customer',
      'customer.name as customerName',
      'course.slug as course',
    ])
    .where('n.account_id', '=', accountId)
    .$narrowType<{ event: EventName }>();

export const findNotification = (tx: Tx, accountId: string, id: string) => own(tx, accountId).where('n.id', '=', id).executeTakeFirst();

/** All of them, or one. What is read is no reason for a mail. */
export async function markRead(tx: Tx, accountId: string, id?: string): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ read_at: sql<Date>`app.now()`, mail_due_at: null, reminder_due_at: null })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .execute();
}

export type Allowed = { event: EventName; channel: Channel; allowed: boolean };

export function listOwnChoices(tx: Tx, accountId: string): Promise<Allowed[]> {
  return tx
    .selectFrom('notification_choice')
    .select(['event', 'channel', 'allowed'])
    .where('account_id', '=', accountId)
    .$narrowType<Allowed>()
    .execute();
}

export function listCustomerChoices(tx: Tx, customerId: string): Promise<Allowed[]> {
  return tx
    .selectFrom('customer_notification')
    .select(['event', 'channel', 'allowed'])
    .where('customer_id', '=', customerId)
    .$narrowType<Allowed>()
    .execute();
}

export async function saveOwnChoices(tx: Tx, accountId: string, choices: readonly Allowed[]): Promise<void> {
  await tx
    .insertInto('notification_choice')
    .values(choices.map((choice) => ({ account_id: accountId, ...choice })))
    .onConflict((on) => on.columns(['account_id', 'event', 'channel']).doUpdateSet({ allowed: sql`excluded.allowed` }))
    .execute();
}

export async function saveCustomerChoices(tx: Tx, customerId: string, choices: readonly Allowed[]): Promise<void> {
  await tx
    .insertInto('customer_notification')
    .values(choices.map((choice) => ({ customer_id: customerId, ...choice })))
    .onConflict((on) => on.columns(['customer_id', 'event', 'channel']).doUpdateSet({ allowed: sql`excluded.allowed` }))
    .execute();
}

export async function findRhythm(tx: Tx, accountId: string): Promise<Rhythm> {
  const found = await tx
    .selectFrom('notification_rhythm')
    .select(['digest', 'quiet_from as quietFrom', 'quiet_to as quietTo', 'time_zone as timeZone'])
    .where('account_id', '=', accountId)
    .$narrowType<{ digest: Rhythm['digest'] }>()
    .executeTakeFirst();
  return found ?? usualRhythm;
}

export async function saveRhythm(tx: Tx, accountId: string, { digest, quietFrom, quietTo, timeZone }: Rhythm): Promise<void> {
  const values = { digest, quiet_from: quietFrom, quiet_to: quietTo, time_zone: timeZone };
  await tx
    .insertInto('notification_rhythm')
    .values({ account_id: accountId, ...values })
    .onConflict((on) => on.column('account_id').doUpdateSet(values))
    .execute();
}
