import type { InvitationRow } from './invitation.queries.ts';

export const invitationStates = ['open', 'used', 'expired', 'revoked'] as const;
export type InvitationState = (typeof invitationStates)[number];

type Judged = Pick<InvitationRow, 'revoked_at' | 'expires_at' | 'access_ends_at' | 'uses' | 'max_uses' | 'customer_ended_at'>;

/** Whether an invitation can still be accepted. */
export function invitationState(row: Judged, now: Date): InvitationState {
  if (row.revoked_at || (row.customer_ended_at && row.customer_ended_at <= now)) return 'revoked';
  if (row.uses >= row.max_uses) return 'used';
  if (row.expires_at <= now || (row.access_ends_at && row.access_ends_at <= now)) return 'expired';
  return 'open';
}

/** Whether an address is one that the invitation is for by its domain; addresses that are named are rows of their own. */
export function isInDomains(domains: readonly string[], email: string): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1));
}
