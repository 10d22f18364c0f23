import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Channel, EventName } from './events.ts';
import { usualRhythm, type Rhythm } from './rhythm.ts';

export const perPage = 30;

export const notificationStates = ['unread', 'read'] as const;

export type NotificationsWanted = {
  /** Part of the name of a customer or a course; empty for all. */
  text: string;
  state: (typeof notificationStates)[number] | undefined;
  event: EventName | undefined;
  /** The one that the page before ended with. */
  after: string | undefined;
};

/** A person's own, newest first; one more than a page. */
export function listNotifications(tx: Tx, accountId: string, { text, state, event, after }: NotificationsWanted) {
  return own(tx, accountId)
    .where('n.shown', '=', true)
    .$if(text !== '', (query) => query.where(isAbout(text)))
    .$if(state !== undefined, (query) => query.where('n.read_at', state === 'read' ? 'is not' : 'is', null))
    .$if(event !== undefined, (query) => query.where('n.event', '=', event!))
    .$if(after !== undefined, (query) => query.where('n.id', '<', after!))
    .orderBy('n.id', 'desc')
    .limit(perPage + 1)
    .execute();
}
export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

const isAbout = (text: string) => sql<boolean>`strpos(lower(concat_ws(' ', course.title, customer.name) collate "sv-x-icu"),
  lower(${text}::text collate "sv-x-icu")) > 0`;

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
      'course.title as courseTitle',
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
