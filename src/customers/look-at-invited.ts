import type { Tx } from '../platform/database.ts';
import { customerOf, type Visit } from '../platform/visit.ts';
import { recordLook } from '../privacy/index.ts';
import { customerAdmin } from './customer-admin.ts';
import { insertInvitationLooks } from './invitation.queries.ts';

/** What was seen: the fields of accounts that `subjects` are, and the addresses that wait for an answer. */
export type InvitedSeen = {
  fields: string[];
  subjects: string[];
  /** The invitations whose waiting addresses were seen, or those of them that are named. */
  invitationIds: string[];
  addresses?: readonly string[];
};

/** N-60 for those who have no account too: the look is told to the accounts, and to the addresses that are invited. */
export async function lookAtInvited(tx: Tx, visit: Visit, { fields, subjects, invitationIds, addresses }: InvitedSeen): Promise<void> {
  const customerId = customerOf(visit).id;
  const others = invitationIds.length > 0;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: customerAdmin(visit),
    customerId,
    purpose: 'administer-customer',
    room: 'customers',
    fields: others ? [...fields, 'invitation_address.address'] : fields,
    subjects,
    others,
  });
  if (logId && others) await insertInvitationLooks(tx, { customerId, logId, invitationIds, addresses });
}
