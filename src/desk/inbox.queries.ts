import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Desk, EnquiryKind } from './enquiry.ts';
import { isForDesk } from './enquiry.queries.ts';
import type { InboxPlace } from './inbox-place.ts';

export const enquiriesPerPage = 50;

const isWaiting = sql<boolean>`(waiting_since is not null)`;

/** Those who wait first, then the newest; one more than a page. Row-level security lets each desk see its own. */
export function listEnquiries(tx: Tx, desk: Desk, after: InboxPlace | undefined) {
  return tx
    .selectFrom('enquiry')
    .select(['id', 'kind', 'email', 'organisation', 'last_sent_at', 'waiting_since', 'closed_at'])
    .where(isForDesk(desk))
    .$if(after !== undefined, (query) => query.where(comesAfter(after!)))
    .orderBy(isWaiting, 'desc')
    .orderBy('last_sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(enquiriesPerPage + 1)
    .$narrowType<{ kind: EnquiryKind }>()
    .execute();
}

export type InboxRow = Awaited<ReturnType<typeof listEnquiries>>[number];

const comesAfter = (place: InboxPlace) =>
  sql<boolean>`(${isWaiting}, last_sent_at, id) < (${place.isWaiting}::boolean, ${place.at}::timestamptz, ${place.id}::uuid)`;

/** The accounts of those senders who have one. */
export async function listSenderAccounts(tx: Tx, enquiryIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.senders_of(${enquiryIds}::uuid[]) as s(id)`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertEnquiryLooks(tx: Tx, logId: string, enquiryIds: string[]): Promise<void> {
  await tx
    .insertInto('enquiry_look')
    .values(enquiryIds.map((enquiry_id) => ({ enquiry_id, log_id: logId })))
    .execute();
}
