import { notify } from '../notifications/index.ts';
import { seatFault } from '../keys/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { recordChoice } from '../privacy/index.ts';
import {
  countUse,
  deleteAddresses,
  giveInvited,
  insertUse,
  listSenders,
  takeInvitationLooks,
  type InvitationRow,
} from './invitation.queries.ts';

/** What the person read before deciding, kept as proof that they were told (Art. 13). */
export type NoticeServed = { language: 'sv' | 'en'; text: string; form: string };

class NotAccepted extends Error {
  override name = 'NotAccepted';
}

/**
 * Use, count, role, courses and the notice that was served are one act. `closed` when the invitation was used up, revoked or
 * expired in the same instant: then nothing has changed. A second press by the same person counts nothing.
 */
export async function acceptInvitation(
  house: House,
  { invitation, accountId, email, notice }: { invitation: InvitationRow; accountId: string; email: string; notice: NoticeServed },
): Promise<'accepted' | 'closed' | 'no seat'> {
  const { customer_id: customerId, id: invitationId } = invitation;
  const scope = { ...acrossCustomers('invitation'), accountId, customerId };
  try {
    await house.database.transaction(scope, async (tx) => {
      const counted = await countUse(tx, customerId, invitationId);
      if (!counted || !(await insertUse(tx, { customerId, invitationId, accountId }))) throw new NotAccepted();
      await giveInvited(tx, customerId, [accountId]);
      await takeInvitationLooks(tx, { customerId, invitationId, accountId, email });
      await deleteAddresses(tx, customerId, invitationId, email);
      await notify(tx, house.clock, { event: 'invitation-answered', to: await listSenders(tx, customerId, invitationId), customerId });
      await recordChoice(tx, house.clock, { accountId, event: 'notice', about: 'invitation', state: 'served', version: 1, ...notice });
    });
    return 'accepted';
  } catch (error) {
    if (error instanceof NotAccepted) return 'closed';
    if (seatFault(error)) return 'no seat';
    throw error;
  }
}
