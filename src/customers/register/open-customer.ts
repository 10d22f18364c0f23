import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import type { NewAgreement } from '../agreement/agreement.queries.ts';
import { makeAgreement } from '../agreement/make-agreement.ts';
import { invite } from '../invite.ts';
import { insertCustomer, type CustomerKind } from './register.queries.ts';

export type OpenCustomer = {
  /** Given by whoever opens the transaction: its scope is this customer. */
  id: string;
  name: string;
  kind: CustomerKind;
  orgNumber: string | null;
  language: 'sv' | 'en';
  /** Whoever becomes its first administrator is invited by this address. */
  email: string;
  /** Of the operator's people, who stands behind the invitation. */
  actorId: string;
  agreement: Omit<NewAgreement, 'id' | 'customerId' | 'language' | 'endsAt' | 'courses'>;
  /** Gives the customer the courses it has agreed on, once it is there; without any, all its own are in the agreement. */
  copyCourses?: () => Promise<string[]>;
};

const invitationDays = 30;

/** A customer, its first agreement and the invitation of its administrator: one act. */
export async function openCustomer(tx: Tx, house: House, opened: OpenCustomer): Promise<{ slug: string; agreementId: string }> {
  const { id, name, kind, orgNumber, language, email, actorId } = opened;
  const at = house.clock.now();
  const slug = await insertCustomer(tx, { id, name, kind, orgNumber, at }, slugOf(name));
  const agreementId = randomUUID();
  const courses = (await opened.copyCourses?.()) ?? [];
  await makeAgreement(tx, { ...opened.agreement, courses, id: agreementId, customerId: id, language }, at);
  const offer = { role: 'customer_admin' as const, uses: 1, days: invitationDays, accessDays: undefined };
  await invite(tx, house, { customerId: id, actorId, language }, { ...offer, courses: [], addresses: [email], domains: [] });
  return { slug, agreementId };
}

const longest = 60;

/** An organisation's name as a part of an address. */
function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-|-$/g, '');
  return plain || 'kund';
}
