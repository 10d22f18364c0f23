import type { Tx } from '../../platform/database.ts';
import type { OperatorRole } from '../../platform/visit.ts';

export async function insertStaffRole(tx: Tx, email: string, role: OperatorRole, at: Date): Promise<boolean> {
  const account = await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
  if (!account) return false;
  await tx
    .insertInto('operator_staff')
    .values({ account_id: account.id, role, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute();
  return true;
}

export async function deleteStaffRole(tx: Tx, email: string, role: OperatorRole): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('operator_staff')
    .where('role', '=', role)
    .where('account_id', 'in', (accounts) => accounts.selectFrom('account').select('id').where('email', '=', email))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
