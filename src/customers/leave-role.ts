import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { lockAdmins, takeRole, type StaffRole } from './roles.queries.ts';

/** Leaves a role one has. False for the customer's last administrator: someone must be left to look after it. */
export function leave(house: House, place: { customerId: string; accountId: string }, role: StaffRole): Promise<boolean> {
  return house.database.transaction({ ...acrossCustomers('invitation'), accountId: place.accountId }, async (tx) => {
    const admins = await lockAdmins(tx, place.customerId);
    if (role === 'customer_admin' && admins.every((id) => id === place.accountId)) return false;
    await takeRole(tx, place, role);
    return true;
  });
}
