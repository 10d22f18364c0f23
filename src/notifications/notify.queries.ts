import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { EventName } from './events.ts';
import type { Rhythm } from './rhythm.ts';

export type Way = {
  accountId: string;
  language: 'sv' | 'en';
  customerBell: boolean | null;
  customerMail: boolean | null;
  ownBell: boolean | null;
  ownMail: boolean | null;
  digest: Rhythm['digest'] | null;
  quietFrom: number | null;
  quietTo: number | null;
  timeZone: string | null;
};

/** What lets this event through to each of these people. */
export async function listWays(tx: Tx, event: EventName, to: readonly string[], customerId: string | undefined): Promise<Way[]> {
  const { rows } = await sql<Way>`
    select account_id as "accountId", language, customer_bell as "customerBell", customer_mail as "customerMail",
      own_bell as "ownBell", own_mail as "ownMail", digest, quiet_from as "quietFrom", quiet_to as "quietTo", time_zone as "timeZone"
    from app.notification_ways(${event}, ${to}::uuid[], ${customerId ?? null}::uuid)`.execute(tx);
  return rows;
}

/** What is no longer so is no longer news: the bell is silent for these people about this event. */
export async function settleNotifications(tx: Tx, event: EventName, of: readonly string[]): Promise<void> {
  if (of.length === 0) return;
  await tx
    .updateTable('notification')
    .set({ read_at: sql<Date>`app.now()`, mail_due_at: null, reminder_due_at: null })
    .where('account_id', 'in', of)
    .where('event', '=', event)
    .where('read_at', 'is', null)
    .execute();
}

type Put = { event: EventName; customerId: string | undefined; courseId: string | undefined; at: Date; until: Date };

export async function putNotifications(
  tx: Tx,
  { event, customerId, courseId, at, until }: Put,
  people: readonly { accountId: string; bell: boolean; mailAt: Date | undefined }[],
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ accountId }) => accountId);
  const shown = people.map(({ bell }) => bell);
  const times = people.map(({ mailAt }) => mailAt?.toISOString() ?? null);
  await sql`select app.put_notifications(${event}, ${customerId ?? null}::uuid, ${courseId ?? null}::uuid, ${ids}::uuid[],
    ${shown}::boolean[], ${times}::timestamptz[], ${at}::timestamptz, ${until}::timestamptz)`.execute(tx);
}

/** Those whose collected mail is due, each once. What they have read in the meantime is no longer a reason. */
export async function takeDue(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ taken: number; to: { accountId: string; language: 'sv' | 'en' }[] }> {
  const { rows } = await sql<{ account_id: string; language: 'sv' | 'en'; unread: boolean }>`
    with due as (
      update notification set mail_due_at = null where id in
        (select id from notification where mail_due_at <= ${now} order by mail_due_at limit ${limit} for update skip locked)
      returning account_id, read_at is null as unread)
    select d.account_id, a.language, d.unread from due d join account a on a.id = d.account_id where a.closed_at is null`.execute(tx);
  const to = new Map(rows.filter(({ unread }) => unread).map((row) => [row.account_id, row.language]));
  return { taken: rows.length, to: [...to].map(([accountId, language]) => ({ accountId, language })) };
}

export type DueReminder = { id: string; accountId: string; event: EventName; customerId: string | null; courseId: string | null };

/** What is still unread although its time has come, each once. */
export async function takeReminders(tx: Tx, now: Date, limit: number): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    update notification set reminder_due_at = null where id in
      (select id from notification where reminder_due_at <= ${now} and read_at is null
        order by reminder_due_at limit ${limit} for update skip locked)
    returning id, account_id as "accountId", event, customer_id as "customerId", course_id as "courseId"`.execute(tx);
  return rows;
}

/** Whose mail is to come later, with what else has happened by then. */
export async function putOff(tx: Tx, later: readonly { id: string; mailAt: Date }[]): Promise<void> {
  if (later.length === 0) return;
  const [ids, times] = [later.map(({ id }) => id), later.map(({ mailAt }) => mailAt.toISOString())];
  await sql`update notification n set mail_due_at = coalesce(n.mail_due_at, l.mail_at)
    from unnest(${ids}::uuid[], ${times}::timestamptz[]) as l (id, mail_at) where n.id = l.id`.execute(tx);
}

/** How many of each event a person has not read. */
export async function countUnread(tx: Tx, accountId: string): Promise<{ event: EventName; count: number }[]> {
  const { rows } = await sql<{ event: EventName; count: number }>`
    select event, count(*) as count from notification where account_id = ${accountId} and read_at is null group by event order by event`.execute(
    tx,
  );
  return rows;
}
