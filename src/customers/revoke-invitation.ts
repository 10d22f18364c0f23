import type { Tx } from '../platform/database.ts';
import { deleteAccess, deleteAddresses, giveInvited, listUsers, markRevoked } from './invitation.queries.ts';
import { lockAdmins } from './roles.queries.ts';

class WouldLeaveNobody extends Error {
  override name = 'WouldLeaveNobody';
}

/**
 * Ends an invitation and all access that came through it, in the same instant. Whoever has the same through another one
 * keeps it. `last` when the customer would be without an administrator; then nothing has changed.
 */
export async function revokeInvitation(
  transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
  customerId: string,
  invitationId: string,
): Promise<'revoked' | 'not there' | 'last'> {
  try {
    return await transaction(async (tx) => {
      await lockAdmins(tx, customerId);
      if (!(await markRevoked(tx, customerId, invitationId))) return 'not there';
      await deleteAccess(tx, customerId, invitationId);
      await deleteAddresses(tx, customerId, invitationId);
      await giveInvited(tx, customerId, await listUsers(tx, customerId, invitationId));
      if ((await lockAdmins(tx, customerId)).length === 0) throw new WouldLeaveNobody();
      return 'revoked';
    });
  } catch (error) {
    if (error instanceof WouldLeaveNobody) return 'last';
    throw error;
  }
}
