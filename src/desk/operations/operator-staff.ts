import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import type { OperatorRole } from '../../platform/visit.ts';
import { deleteStaffRole, insertStaffRole } from './operator-staff.queries.ts';

export const operatorRoles: readonly OperatorRole[] = ['support', 'dpo', 'executive'];

/** Gives a role with the operator to someone who has an account. False when nobody has the address. */
export function appoint({ database, clock }: House, email: string, role: OperatorRole): Promise<boolean> {
  return database.transaction(acrossCustomers('set-up'), (tx) => insertStaffRole(tx, email.toLowerCase(), role, clock.now()));
}

/** Ends it, from the next request on. */
export function dismiss({ database }: House, email: string, role: OperatorRole): Promise<boolean> {
  return database.transaction(acrossCustomers('set-up'), (tx) => deleteStaffRole(tx, email.toLowerCase(), role));
}
