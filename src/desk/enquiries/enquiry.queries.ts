import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Desk, EnquiryKind } from './enquiry.ts';
import type { CaseClock } from '../support/case-clock.ts';

export type NewEnquiry = {
  id: string;
  clientId: string;
  kind: EnquiryKind;
  email: string;
  language: 'sv' | 'en';
  at: Date;
  dueAt: Date;
  name?: string;
  organisation?: string;
  peopleCount?: number;
  courses?: string;
  subject?: string;
  clock: CaseClock;
};

/** False when the same form has been stored already. */
export async function insertEnquiry(tx: Tx, enquiry: NewEnquiry): Promise<boolean> {
  const {
    id,
    clientId,
    kind,
    email,
    language,
    at,
    dueAt,
    name = '',
    organisation = '',
    peopleCount = null,
    courses = '',
    subject = '',
  } = enquiry;
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('enquiry')
    .values({
      id,
      client_id: clientId,
      kind,
      email,
      language,
      name,
      organisation,
      people_count: peopleCount,
      courses,
      subject,
      ...enquiry.clock,
      created_at: at,
      last_sent_at: at,
      waiting_since: at,
      due_at: dueAt,
    })
    .onConflict((on) => on.column('client_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

const columns = [
  'id',
  'kind',
  'email',
  'name',
  'organisation',
  'people_count',
  'courses',
  'case_number',
  'subject',
  'language',
  'created_at',
  'last_sent_at',
  'waiting_since',
  'closed_at',
  'due_at',
  'first_answer_due_at',
  'first_answered_at',
  'solve_due_at',
  'solve_minutes_left',
  'target_at',
] as const;

/** Who looks after it; seen at the desk only. */
export const assignee = sql<string | null>`(select a.account_id from enquiry_assignment a where a.enquiry_id = enquiry.id)`.as(
  'assignee_id',
);

type Narrow = { kind: EnquiryKind; language: 'sv' | 'en' };

/** The enquiry, where the scope lets it be seen: its desk's staff, its own secret link, the mail that tells of it. */
export function findEnquiry(tx: Tx, id: string) {
  return tx.selectFrom('enquiry').select(columns).select(assignee).where('id', '=', id).$narrowType<Narrow>().executeTakeFirst();
}

/** The same, held until the transaction ends: messages are counted under this lock. */
export function lockEnquiry(tx: Tx, id: string) {
  return tx
    .selectFrom('enquiry')
    .select(columns)
    .select(assignee)
    .where('id', '=', id)
    .$narrowType<Narrow>()
    .forUpdate()
    .executeTakeFirst();
}

export type EnquiryRow = NonNullable<Awaited<ReturnType<typeof findEnquiry>>>;

/** The case's own, and those of cases that have been put together with it. */
export const isPartOf = (enquiryId: string) => sql<boolean>`(enquiry_id = ${enquiryId}
  or enquiry_id in (select m.enquiry_id from enquiry_merge m where m.into_id = ${enquiryId}))`;

export function listEnquiryMessages(tx: Tx, enquiryId: string) {
  return tx
    .selectFrom('enquiry_message')
    .select(['id', 'from_sender', 'author_id', 'body', 'sent_at', 'by_mail'])
    .where(isPartOf(enquiryId))
    .orderBy('sent_at')
    .orderBy('number')
    .execute();
}

export type EnquiryMessageRow = Awaited<ReturnType<typeof listEnquiryMessages>>[number];

type NewMessage = { enquiryId: string; clientId: string; authorId: string | null; body: string; at: Date; byMail?: boolean };

/** Called under the enquiry's lock. The message's id; undefined when the same message is there already. */
export async function insertEnquiryMessage(tx: Tx, message: NewMessage): Promise<string | undefined> {
  const { enquiryId, clientId, authorId, body, at, byMail = false } = message;
  const inserted = await tx
    .insertInto('enquiry_message')
    .values({
      enquiry_id: enquiryId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from enquiry_message where enquiry_id = ${enquiryId})`,
      from_sender: authorId === null,
      author_id: authorId,
      client_id: clientId,
      body,
      by_mail: byMail,
      sent_at: at,
    })
    .onConflict((on) => on.columns(['enquiry_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}

type Change = Partial<CaseClock> & { last_sent_at?: Date; waiting_since: Date | null; closed_at: Date | null; due_at: Date };

export async function updateEnquiry(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('enquiry').set(change).where('id', '=', id).execute();
  // What has been put together goes together.
  await tx
    .updateTable('enquiry')
    .set({ due_at: change.due_at })
    .where(sql<boolean>`id in (select m.enquiry_id from enquiry_merge m where m.into_id = ${id})`)
    .execute();
}

/** Whoever goes on writing in a case that stands aside wants it read (Art. 18(2)). */
export async function takeUpAgain(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('enquiry')
    .set({ restriction_id: null })
    .where('restriction_id', 'is not', null)
    .where((where) =>
      where.or([where('id', '=', id), where('id', 'in', where.selectFrom('enquiry_merge').select('enquiry_id').where('into_id', '=', id))]),
    )
    .execute();
}

/** Whether another enquiry came to the same desk later and still waits: then its mail tells of this one too. */
export async function hasNewerWaiting(tx: Tx, { id, kind, last_sent_at }: EnquiryRow): Promise<boolean> {
  const newer = await tx
    .selectFrom('enquiry')
    .select('id')
    .where(isForDesk(kind === 'dpo' ? 'dpo' : 'support'))
    .where('waiting_since', 'is not', null)
    .where(sql<boolean>`(last_sent_at, id) > (${last_sent_at}::timestamptz, ${id}::uuid)`)
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

export const isForDesk = (desk: Desk) => sql<boolean>`app.desk_of(kind) = ${desk}`;
