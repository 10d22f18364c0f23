import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { isForDesk } from '../enquiries/enquiry.queries.ts';
import { deskOf, type EnquiryKind } from '../enquiries/enquiry.ts';

type Kept = { id: string; email: string; kind: EnquiryKind };

const mostShown = 20;

/** Other cases of the same sender at the same desk: the newest, those that are part of none. */
export function listOtherCases(tx: Tx, { id, email, kind }: Kept) {
  return tx
    .selectFrom('enquiry')
    .select(['id', 'case_number', 'kind', 'created_at'])
    .where('email', '=', email)
    .where('id', '<>', id)
    .where(isForDesk(deskOf(kind)))
    .where(sql<boolean>`not exists (select from enquiry_merge m where enquiry.id in (m.enquiry_id, m.into_id))`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .$narrowType<{ kind: EnquiryKind }>()
    .execute();
}

export type OtherCase = Awaited<ReturnType<typeof listOtherCases>>[number];

/** The cases that have been put together with this one. */
export function listMerged(tx: Tx, intoId: string) {
  return tx
    .selectFrom('enquiry_merge as m')
    .innerJoin('enquiry as e', 'e.id', 'm.enquiry_id')
    .select(['e.id', 'e.case_number', 'e.kind', 'e.created_at'])
    .where('m.into_id', '=', intoId)
    .orderBy('m.merged_at')
    .orderBy('e.id')
    .$narrowType<{ kind: EnquiryKind }>()
    .execute();
}

/** The case that this one is part of. */
export async function findWhole(tx: Tx, enquiryId: string): Promise<string | undefined> {
  const found = await tx.selectFrom('enquiry_merge').select('into_id').where('enquiry_id', '=', enquiryId).executeTakeFirst();
  return found?.into_id;
}

export async function insertMerge(tx: Tx, enquiryId: string, intoId: string, at: Date): Promise<void> {
  await tx
    .insertInto('enquiry_merge')
    .values({ enquiry_id: enquiryId, into_id: intoId, merged_at: at })
    .onConflict((on) => on.column('enquiry_id').doNothing())
    .execute();
}

export async function deleteMerge(tx: Tx, enquiryId: string, intoId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('enquiry_merge')
    .where('enquiry_id', '=', enquiryId)
    .where('into_id', '=', intoId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The last word of one case by itself: who has it decides who waits. */
export function findLastMessage(tx: Tx, enquiryId: string) {
  return tx
    .selectFrom('enquiry_message')
    .select(['from_sender', 'sent_at'])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
