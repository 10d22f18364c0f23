import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Desk, EnquiryKind, EnquiryState } from './enquiry.ts';
import { assignee, isForDesk } from './enquiry.queries.ts';
import type { InboxPlace } from './inbox-place.ts';

export const enquiriesPerPage = 50;

/** What the desk's list is narrowed to. `search` is a case number, or a part of an address, a name or a subject. */
export type InboxFilter = { state: EnquiryState | 'all'; assigned: 'all' | 'mine' | 'nobody'; search: string };
type Asked = { desk: Desk; filter: InboxFilter; me: string; after: InboxPlace | undefined };

/** Those who wait first, the most urgent first; then the newest. One more than a page. Each desk sees its own. */
export async function listEnquiries(tx: Tx, asked: Asked): Promise<InboxRow[]> {
  const { state } = asked.filter;
  const wanted = enquiriesPerPage + 1;
  const startsWaiting = asked.after?.isWaiting !== false && state !== 'waiting' && state !== 'solved';
  const waiting = startsWaiting ? await waitingCases(tx, asked, wanted).execute() : [];
  if (waiting.length === wanted || state === 'new' || state === 'open') return waiting;
  // Nobody waits beyond this page: it is filled up from the beginning of the others.
  const after = asked.after?.isWaiting ? undefined : asked.after;
  return [...waiting, ...(await otherCases(tx, { ...asked, after }, wanted - waiting.length).execute())];
}

export type InboxRow = Awaited<ReturnType<ReturnType<typeof narrowed>['execute']>>[number];

/** In the order of the index enquiry_waiting. */
export function waitingCases(tx: Tx, { after, ...asked }: Asked, limit: number) {
  const target = sql<Date>`app.case_target(target_at, waiting_since)`;
  return narrowed(tx, asked)
    .where('waiting_since', 'is not', null)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(${target}, id) > (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy(target)
    .orderBy('id')
    .limit(limit);
}

/** In the order of the index enquiry_answered, or enquiry_not_closed. */
export function otherCases(tx: Tx, { after, ...asked }: Asked, limit: number) {
  return narrowed(tx, asked)
    .where('waiting_since', 'is', null)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(last_sent_at, id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy('last_sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

function narrowed(tx: Tx, { desk, filter, me }: Omit<Asked, 'after'>) {
  return tx
    .selectFrom('enquiry')
    .select(['id', 'kind', 'email', 'organisation', 'case_number', 'subject', 'last_sent_at', 'waiting_since', 'closed_at'])
    .select(['first_answered_at', 'target_at', assignee])
    .where(isForDesk(desk))
    .where(sql<boolean>`not exists (select from enquiry_merge m where m.enquiry_id = enquiry.id)`)
    .$if(filter.state !== 'all', (query) => query.where(inState[filter.state as EnquiryState]))
    .$if(filter.assigned === 'mine', (query) => query.where(sql<boolean>`${isAssigned(sql`and a.account_id = ${me}::uuid`)}`))
    .$if(filter.assigned === 'nobody', (query) => query.where(sql<boolean>`not ${isAssigned()}`))
    .$if(filter.search !== '', (query) => query.where(matches(filter.search)))
    .$narrowType<{ kind: EnquiryKind }>();
}

const isAssigned = (more = sql``) => sql`exists (select from enquiry_assignment a where a.enquiry_id = enquiry.id ${more})`;

/** The same as stateOf, where the rows are. */
const inState: Record<EnquiryState, RawBuilder<boolean>> = {
  new: sql`(waiting_since is not null and first_answered_at is null and not ${isAssigned()})`,
  open: sql`(waiting_since is not null and (first_answered_at is not null or ${isAssigned()}))`,
  waiting: sql`(waiting_since is null and closed_at is null)`,
  solved: sql`(closed_at is not null)`,
};

function matches(search: string): RawBuilder<boolean> {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const number = search.replace(/[\s-]/g, '').toUpperCase();
  return sql<boolean>`(case_number = ${number} or email ilike ${part} or name ilike ${part} or organisation ilike ${part}
    or subject ilike ${part})`;
}

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
