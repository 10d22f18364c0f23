import { acrossCustomers } from '../platform/database.ts';
import { NotFound, type Visit } from '../platform/visit.ts';
import { hasUsed } from './my-roles.queries.ts';
import { findAddress, findInvitation, isListed, type InvitationRow } from './invitation.queries.ts';
import { isInDomains } from './invitation-state.ts';
import { findOwnEmail } from './my-roles.queries.ts';
import { readInvitationToken } from './tokens.ts';

/** What a link leads to, and how it stands to whoever opened it. */
export type Opened = {
  invitation: InvitationRow;
  /** The address that the link was mailed to and so proves; a link that is handed around proves none. */
  proven: { id: string; address: string; hasAccount: boolean } | undefined;
  email: string | null;
  /** Whether the invitation is for the signed-in person's address. */
  isForActor: boolean;
  hasAccepted: boolean;
};

/** Undefined when the link was one of ours and has ended; what was never a link is not found. */
export async function readInvitation({ house, params, actor }: Visit): Promise<Opened | undefined> {
  const token = readInvitationToken(house, params['token']!);
  if (!token) throw new NotFound();
  return house.database.transaction(acrossCustomers('invitation'), async (tx) => {
    const named = 'addressId' in token ? await findAddress(tx, token.addressId) : undefined;
    const id = 'invitationId' in token ? token.invitationId : named?.invitation_id;
    const invitation = id && (await findInvitation(tx, id));
    if (!invitation) return undefined;
    const proven = named && { id: named.id, address: named.address, hasAccount: named.has_account };
    const email = actor ? await findOwnEmail(tx, actor.accountId) : null;
    const listed = () => isInDomains(invitation.domains, email ?? '') || isListed(tx, invitation.id, email ?? '');
    const isForActor = email !== null && (proven ? proven.address === email : !invitation.only_listed || (await listed()));
    return { invitation, proven, email, isForActor, hasAccepted: actor ? await hasUsed(tx, invitation.id, actor.accountId) : false };
  });
}
