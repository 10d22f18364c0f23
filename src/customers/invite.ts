import { randomUUID } from 'node:crypto';
import { addDays } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { insertAddress, insertInvitation } from './invitation.queries.ts';
import type { StaffRole } from './roles.queries.ts';

export type Offer = {
  role: StaffRole;
  courses: string[];
  /** Groups to teach, for teachers. */
  groups?: string[];
  addresses: string[];
  domains: string[];
  uses: number;
  days: number;
  accessDays: number | undefined;
};

/** Makes an invitation and mails it to those it names, each with a link of their own. */
export async function invite(
  tx: Tx,
  house: House,
  by: { customerId: string; actorId: string; language: 'sv' | 'en' },
  offer: Offer,
): Promise<string> {
  const now = house.clock.now();
  const invitation = {
    id: randomUUID(),
    customerId: by.customerId,
    senderId: by.actorId,
    role: offer.role,
    courses: offer.role === 'customer_admin' ? [] : offer.courses,
    groups: offer.role === 'teacher' ? (offer.groups ?? []) : [],
    maxUses: Math.max(offer.uses, offer.addresses.length),
    onlyListed: offer.addresses.length > 0 || offer.domains.length > 0,
    domains: offer.domains,
    createdAt: now,
    expiresAt: addDays(now, offer.days),
    accessEndsAt: offer.accessDays === undefined ? null : addDays(now, offer.accessDays),
  };
  await insertInvitation(tx, invitation);
  for (const address of offer.addresses) await mailInvitation(tx, house, { ...invitation, address, language: by.language });
  return invitation.id;
}

/** How long the address of someone who never accepts is kept after the invitation has expired; the map says the same (P30D). */
export const keptDays = 30;

type Mailing = { id: string; customerId: string; expiresAt: Date; address: string; language: 'sv' | 'en' };

export async function mailInvitation(tx: Tx, house: House, { id, customerId, expiresAt, address, language }: Mailing): Promise<void> {
  const dueAt = addDays(expiresAt, keptDays);
  const addressId = await insertAddress(tx, { customerId, invitationId: id, address, dueAt });
  if (addressId) await postMail(tx, house.clock, { to: { address }, template: 'invitation', language, about: { addressId } });
}
