import { dataMap } from '../../../data-map/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { findEnding, openAccount } from '../terms-decisions/decisions.queries.ts';
import { addPeriod } from '../retention-plan.ts';

/** When a closed account is anonymised, as the map says (E-20). */
export function erasureDueAt(closedAt: Date): Date {
  return addPeriod(closedAt, dataMap.account.retention.period);
}

/** Closing makes the account inactive: signed out everywhere, and gone when its time is out. */
export async function closeAccount(house: House, accountId: string): Promise<void> {
  const closedAt = house.clock.now();
  await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    await tx
      .updateTable('account')
      .set({ closed_at: closedAt, erase_due_at: erasureDueAt(closedAt), erase_warned_at: null })
      .where('id', '=', accountId)
      .where('closed_at', 'is', null)
      .execute();
    await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
  });
}

/** Whoever signs in again before the time is out may come back as if nothing had happened; not when the account was ended (N-30). */
export async function reopenAccount(house: House, accountId: string): Promise<void> {
  await house.database.transaction({ purpose: 'identify-user', accountId }, async (tx) => {
    if (!(await findEnding(tx, accountId))) await openAccount(tx, accountId);
  });
}
