import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { EnquiryKind } from '../enquiries/enquiry.ts';
import type { InboxPlace } from '../enquiries/inbox-place.ts';
import { enquiriesPerPage } from '../enquiries/inbox.queries.ts';

/** The actor's own, by the confirmed address of the account, newest first; one more than a page. */
export function listOwnEnquiries(tx: Tx, after: InboxPlace | undefined) {
  return tx
    .selectFrom('enquiry')
    .select(['id', 'kind', 'case_number', 'last_sent_at', 'waiting_since', 'closed_at', 'first_answered_at'])
    .where(sql<boolean>`email = (select app.own_email())`)
    .where(sql<boolean>`not exists (select from enquiry_merge m where m.enquiry_id = enquiry.id)`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(last_sent_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('last_sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(enquiriesPerPage + 1)
    .$narrowType<{ kind: EnquiryKind }>()
    .execute();
}

export type OwnEnquiryRow = Awaited<ReturnType<typeof listOwnEnquiries>>[number];
