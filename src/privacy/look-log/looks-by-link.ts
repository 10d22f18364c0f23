import { sql } from 'kysely';
import type { Purpose } from '../../../data-map/index.ts';
import type { House } from '../../platform/house.ts';
import type { Tx } from '../../platform/database.ts';

export type LookByLink = { at: Date; room: string; unit: string | null; purpose: string; fields: string[] };

/** As many as a page shows. */
export const looksShown = 50;

/**
 * N-60 for those who have no account: the latest looks at whatever the secret link of this transaction leads to, and one more than a
 * page when there are more.
 */
export const looksAt = (house: Pick<House, 'database'>, purpose: Purpose, id: string): Promise<LookByLink[]> =>
  house.database.transaction({ purpose, leadsTo: id }, listLooksByLink);

/** As `looksAt`, in a transaction that is the link's own already. */
export async function listLooksByLink(tx: Tx): Promise<LookByLink[]> {
  const { rows } = await sql<LookByLink>`select * from app.looks_by_link(${looksShown + 1})`.execute(tx);
  return rows;
}
