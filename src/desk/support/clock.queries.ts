import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { EnquiryKind } from '../enquiries/enquiry.ts';
import { assignee } from '../enquiries/enquiry.queries.ts';

export const casesPerPage = 50;
export type ClockPlace = { at: Date; id: string };

/** Cases whose clock runs, the most urgent first: numbers and times, nothing of who wrote or what. One more than a page. */
export function listRunningClocks(tx: Tx, after: ClockPlace | undefined) {
  return tx
    .selectFrom('enquiry')
    .select(['id', 'kind', 'case_number', 'waiting_since', 'closed_at', 'first_answered_at', 'target_at', assignee])
    .where('target_at', 'is not', null)
    .where(sql<boolean>`kind <> 'dpo'`)
    .where(sql<boolean>`not exists (select from enquiry_merge m where m.enquiry_id = enquiry.id)`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(target_at, id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('target_at')
    .orderBy('id')
    .limit(casesPerPage + 1)
    .$narrowType<{ kind: EnquiryKind }>()
    .execute();
}

export type ClockRow = Awaited<ReturnType<typeof listRunningClocks>>[number];
export type ClockFigures = { running: number; late: number; answered: number; inTime: number };

/** How the desk does: what waits, what is late, and how many first answers of the last thirty days came in time. */
export async function countClocks(tx: Tx, now: Date): Promise<ClockFigures> {
  const { rows } = await sql<ClockFigures>`select
      count(*) filter (where target_at is not null)::int as running,
      count(*) filter (where target_at < ${now})::int as late,
      count(*) filter (where first_answered_at > ${now}::timestamptz - interval '30 days')::int as answered,
      count(*) filter (where first_answered_at > ${now}::timestamptz - interval '30 days'
        and first_answered_at <= first_answer_due_at)::int as "inTime"
    from enquiry where kind <> 'dpo' and first_answer_due_at is not null`.execute(tx);
  return rows[0]!;
}
