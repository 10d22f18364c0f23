import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export const threadsPerPage = 50;

/** Where a page of the inbox ended. The time is in microseconds: a Date would cut them off and show a thread twice. */
export type InboxPlace = { waiting: boolean; atMicros: number; id: string };

export const states = ['waiting', 'answered', 'done'] as const;
export const responsibles = ['me', 'nobody'] as const;
/** What of the inbox is looked at. Colleagues are not named in addresses. */
export type InboxFilter = {
  course: string | undefined;
  state: (typeof states)[number] | undefined;
  responsible: (typeof responsibles)[number] | undefined;
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

/** Threads that the customer lets the actor read, those waiting for an answer first, then the newest; one more than a page. */
export async function listInbox(tx: Tx, { accountId, customerId, after, filter }: Asked): Promise<InboxRow[]> {
  const { course, state, responsible, name } = filter;
  const afterAt = after && sql`timestamptz 'epoch' + ${after.atMicros}::bigint * interval '1 microsecond'`;
  const { rows } = await sql<InboxRow>`
    select *, (extract(epoch from last_sent_at) * 1000000)::bigint as at_micros
    from app.inbox(${accountId}, ${customerId}, ${course ?? null}, ${state ?? null}, ${responsible ?? null}, ${name || null},
      ${after?.waiting ?? null}, ${afterAt ?? null}, ${after?.id ?? null}, ${threadsPerPage + 1})`.execute(tx);
  return rows;
}
