import type { House } from '../platform/house.ts';

/** Two links: one that is handed around, and one that was mailed and so proves its address. */
export const sharedToken = ({ secrets }: House, invitationId: string): string => secrets.token('invitation', invitationId);
export const addressToken = ({ secrets }: House, addressId: string): string => secrets.token('invitation address', addressId);

export function readInvitationToken({ secrets }: House, token: string): { invitationId: string } | { addressId: string } | undefined {
  const invitationId = secrets.readToken('invitation', token);
  if (invitationId) return { invitationId };
  const addressId = secrets.readToken('invitation address', token);
  return addressId ? { addressId } : undefined;
}
