import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Desk } from '../enquiries/enquiry.ts';

export type Colleague = { id: string; given_name: string; family_name: string };

/** Those who serve the desk, for those who serve it too. */
export async function listColleagues(tx: Tx, desk: Desk): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`select id, given_name, family_name from app.desk_colleagues(${desk})`.execute(tx);
  return rows;
}

export async function saveAssignment(tx: Tx, enquiryId: string, accountId: string, at: Date): Promise<void> {
  await tx
    .insertInto('enquiry_assignment')
    .values({ enquiry_id: enquiryId, account_id: accountId, assigned_at: at })
    .onConflict((on) => on.column('enquiry_id').doUpdateSet({ account_id: accountId, assigned_at: at }))
    .execute();
}

export async function deleteAssignment(tx: Tx, enquiryId: string): Promise<void> {
  await tx.deleteFrom('enquiry_assignment').where('enquiry_id', '=', enquiryId).execute();
}
