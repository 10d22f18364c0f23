import type { Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import type { Locale } from '../../ui/locale.ts';
import { controllerWords } from './controller-words.ts';
import { link, literal, mailLink } from './document.ts';
import { findControllers } from './controller.queries.ts';

export const contactParts = ['controller', 'representative', 'officer'] as const;
export type ContactPart = (typeof contactParts)[number];

/** How the customer itself, its representative in the EEA or its data protection officer is reached. */
export type Contact = { name: string; address: string; email: string | null; phone: string | null };

/** A customer as the controller of what is done for it (Art. 13(1)(a) and (b), Art. 30(2)(a)). */
export type Controller = { name: string; orgNumber: string | undefined; contacts: Partial<Record<ContactPart, Contact>> };

/** Read for the duty to tell who is responsible, in a transaction of its own and for nothing else. */
export async function controllerOf(house: House, customerId: string, scope?: Scope): Promise<Controller | undefined> {
  const found = await house.database.transaction(scope ?? { purpose: 'accountability', customerId }, (tx) =>
    findControllers(tx, [customerId]),
  );
  return found[0];
}

/** Who is responsible and how they are reached, a sentence each. What the customer has typed is words, never marks. */
export function sayController({ name, orgNumber, contacts }: Controller, locale: Locale): string[] {
  const text = controllerWords[locale];
  const { controller, representative, officer } = contacts;
  const called = orgNumber ? text.numbered(literal(name), orgNumber) : literal(name);
  const reached = controller ? ways(controller, locale) : '';
  return [
    text.controller(called),
    reached ? text.reached(reached) : text.notReached,
    ...(controller?.name && reached ? [text.person(literal(controller.name))] : []),
    ...(representative?.name ? [text.representative(listed([literal(representative.name), ways(representative, locale)]))] : []),
    officer && ways(officer, locale) ? text.officer(listed([literal(officer.name), ways(officer, locale)])) : text.noOfficer,
  ];
}

const listed = (parts: string[]): string => parts.filter(Boolean).join(', ');

const ways = ({ address, email, phone }: Contact, locale: Locale): string =>
  listed([
    literal(address.split('\n').join(', ')),
    email ? mailLink(email) : '',
    phone ? `${controllerWords[locale].phone} ${link(phone, `tel:${phone.replaceAll(/[^\d+]/g, '')}`)}` : '',
  ]);
