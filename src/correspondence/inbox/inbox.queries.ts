import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export const threadsPerPage = 50;

/** Where a page of the inbox ended. The time is in microseconds: a Date would cut them off and show a thread twice. */
export type InboxPlace = { waiting: boolean; atMicros: number; id: string };

export const states = ['waiting', 'answered', 'done'] as const;
export const responsibles = ['me', 'nobody'] as const;
/** The usual order is who waits, and then the newest. */
export const inboxOrders = ['waiting', 'waited', 'latest', 'name'] as const;
/** What of the inbox is looked at, and in which order. Colleagues are not named in addresses. */
export type InboxFilter = {
  course: string | undefined;
  state: (typeof states)[number] | undefined;
  responsible: (typeof responsibles)[number] | undefined;
  order: (typeof inboxOrders)[number];
  /** A part of the student's name, as far as it is shown. */
  name?: string | undefined;
};

type Asked = { accountId: string; customerId: string; after: InboxPlace | undefined; filter: InboxFilter };

export type InboxRow = {
  id: string;
  last_sent_at: Date | null;
  waiting: boolean;
  course_title: string;
  student_id: string;
  given_name: string | null;
  family_name: string | null;
  has_student: boolean;
  done_at: Date | null;
  assigned_id: string | null;
  assigned_given_name: string | null;
  assigned_family_name: string | null;
  unread: boolean;
  at_micros: number;
};

/** Threads that the customer lets the actor read, in the order that is asked for; one more than a page. */
export async function listInbox(tx: Tx, { accountId, customerId, after, filter }: Asked): Promise<InboxRow[]> {
  const { course, state, responsible, name, order } = filter;
  const afterAt = after && sql`timestamptz 'epoch' + ${after.atMicros}::bigint * interval '1 microsecond'`;
  const of = sql`${accountId}, ${customerId}, ${course ?? null}, ${state ?? null}, ${responsible ?? null}, ${name || null}`;
  const from = sql`${after?.waiting ?? null}, ${afterAt ?? null}, ${after?.id ?? null}, ${threadsPerPage + 1}`;
  const { rows } = await (
    order === 'waiting'
      ? sql<InboxRow>`select *, ${microsOf('last_sent_at')} as at_micros from app.inbox(${of}, ${from})`
      : sql<InboxRow>`select *, ${microsOf('placed_at')} as at_micros from app.inbox_in_order(${of}, ${order}, ${from})`
  ).execute(tx);
  return rows;
}

const microsOf = (column: 'last_sent_at' | 'placed_at') => sql`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`;
