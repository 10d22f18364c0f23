import { sql, type RawBuilder } from 'kysely';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';

/** One number out of the database, seen across all customers. */
export async function countBy(house: House, query: RawBuilder<{ count: number }>): Promise<number> {
  const { rows } = await house.database.transaction(acrossCustomers('proof'), (tx) => query.execute(tx));
  return rows[0]?.count ?? 0;
}

/** The tables that the role that serves can reach at all; the record of migrations is not one of them. */
const reached = sql`from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  and has_table_privilege(oid, 'select, insert, update, delete')`;

export const tablesThere = sql<{ count: number }>`select count(*) as count ${reached}`;
export const tablesForced = sql<{ count: number }>`select count(*) as count ${reached} and relrowsecurity and relforcerowsecurity`;

/** Whether the role that serves could walk past row-level security. */
export const mightyRole = sql<{ count: number }>`select count(*) as count from pg_roles
  where rolname = current_user and (rolsuper or rolbypassrls)`;

/** An address that its own server refuses (550, 551, 553) is a matter for whoever gave it; all else that gave up is one for us. */
const refusedByAddress = sql`problem in ('refused 550', 'refused 551', 'refused 553')`;
export const deadMails = sql<{
  count: number;
}>`select count(*) as count from mail where state = 'dead' and (${refusedByAddress}) is not true`;
export const refusedMails = sql<{ count: number }>`select count(*) as count from mail where state = 'dead' and ${refusedByAddress}`;
/** How many mails have been sent, counted no further than `atMost`. */
export const sentMails = (atMost: number) =>
  sql<{ count: number }>`select count(*) as count from (select from mail where state = 'sent' limit ${atMost}) sent`;
export const lateMails = sql<{ count: number }>`select count(*) as count from mail
  where state = 'queued' and created_at < app.now() - interval '1 day'`;

export const unfinishedErasures = sql<{ count: number }>`select count(*) as count from erasure
  where state <> 'done' and requested_at < app.now() - interval '1 day'`;

export const confirmedNotices = sql<{ count: number }>`select count(*) as count from supplier_notice where state = 'confirmed'`;
export const lateNotices = sql<{ count: number }>`select count(*) as count from supplier_notice
  where state <> 'confirmed' and created_at < app.now() - interval '14 days'`;

export const keptSeatCounts = sql<{ count: number }>`select count(*) as count from seat_count c where app.seats_hold(c)`;
export const miscountedSeats = sql<{ count: number }>`select app.miscounted_seats() as count`;

export const peoplePastRetention = sql<{ count: number }>`select count(*) as count from account
  where erase_due_at < app.now() - interval '1 day'`;

export type DueColumn = { table: string; column: string; /** Only rows that still name someone. */ still?: string | undefined };

/** Rows whose time was out more than a day ago, in all these tables: the nightly sweep has missed them. */
export function rowsPastDue(columns: DueColumn[]): RawBuilder<{ count: number }> {
  const parts = columns.map(
    ({ table, column, still }) => sql`(select count(*) from ${sql.table(table)}
      where ${sql.ref(column)} < app.now() - interval '1 day' ${still ? sql`and ${sql.ref(still)} is not null` : sql``})`,
  );
  return sql<{ count: number }>`select ${sql.join(parts, sql` + `)} as count`;
}

export const readablePasswords = sql<{ count: number }>`select count(*) as count from account_password where hash not like '$argon2id$%'`;
export const passwords = sql<{ count: number }>`select count(*) as count from account_password`;

export const lateAnswers = sql<{
  count: number;
}>`select count(*) as count from enquiry where waiting_since < app.now() - interval '30 days'`;

type Purchases = { purchases: number; vouchers: number; longer: number; late: number };

/** E-21: no purchase is to stand longer than three years, nor a voucher than seven after its year. An erased buyer's times are days. */
export async function readPurchases(house: House): Promise<Purchases> {
  const asked = sql<Purchases>`select p.kept as purchases, v.kept as vouchers, p.longer + v.longer as longer, p.late + v.late as late from
    (select count(*) as kept, count(*) filter (where due_at > ordered_at + interval '3 years 1 day') as longer,
      count(*) filter (where due_at < app.now() - interval '1 day') as late from purchase) p,
    (select count(*) as kept, count(*) filter (where due_at > (date_trunc('year', happened_on) + interval '8 years') at time zone 'UTC') as longer,
      count(*) filter (where due_at < app.now() - interval '1 day') as late from voucher) v`;
  const { rows } = await house.database.transaction(acrossCustomers('proof'), (tx) => asked.execute(tx));
  return rows[0] ?? { purchases: 0, vouchers: 0, longer: 0, late: 0 };
}

/** A consent without the words that were read proves nothing (Art. 7(1)). */
export const unprovenConsents = sql<{ count: number }>`select count(*) as count from ledger
  where event = 'consent' and (text_hash = '' or form_fingerprint = '')`;

export const termsVersion = sql<{ count: number }>`select coalesce(max(version), 0) as count from document_version
  where kind = 'terms' and in_force_at <= app.now()`;

/** Threads that have counted more messages than there are, or fewer. */
export const brokenThreads = sql<{ count: number }>`select count(*) as count from correspondence c
  where c.last_sequence <> (select count(*) from message m where m.customer_id = c.customer_id and m.correspondence_id = c.id)`;

/** So many before and so many after a place that is drawn by lot. */
const drawn = 250;

/** The same of the threads that have got a message since, and of some of the others. */
export const brokenThreadsAmong = (lot: string, since: Date) => sql<{ count: number }>`select count(*) as count from (
    (select customer_id, id, last_sequence from correspondence where last_sent_at >= ${since}) union
    (select customer_id, id, last_sequence from correspondence where (customer_id, id) >= (${lot}::uuid, ${lot}::uuid)
      order by customer_id, id limit ${drawn}) union
    (select customer_id, id, last_sequence from correspondence where (customer_id, id) < (${lot}::uuid, ${lot}::uuid)
      order by customer_id desc, id desc limit ${drawn})) c
  where c.last_sequence <> (select count(*) from message m where m.customer_id = c.customer_id and m.correspondence_id = c.id)`;

/**
 * A look that was told to nobody: the person looked at would never learn of it. Whom it was told to is bound into its link, since they
 * may have been erased, or their request had its time, before the look has its own. An older link does not know of requests.
 */
const toldToNobody = sql`not exists (select from look_link k where k.log_id = l.id and (cardinality(k.subjects) > 0 or k.others > 0))
    and not exists (select from access_log_subject s where s.log_id = l.id)
    and not exists (select from enquiry_look e where e.log_id = l.id)`;

export const looksOfNobody = sql<{ count: number }>`select count(*) as count from access_log l where ${toldToNobody}`;

/** The same of the looks that are kept until after a day, the new ones by that, and of some of the others. */
export const looksOfNobodyAmong = (lot: string, dueAfter: Date) => sql<{ count: number }>`select count(*) as count from (
    (select id from access_log where due_at >= ${dueAfter}) union
    (select id from access_log where id >= ${lot}::uuid order by id limit ${drawn}) union
    (select id from access_log where id < ${lot}::uuid order by id desc limit ${drawn})) l
  where ${toldToNobody}`;
