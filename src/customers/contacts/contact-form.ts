import { z } from 'zod';
import type { Contact, ContactPart } from '../../privacy/index.ts';
import type { FieldError } from '../../platform/read-body.ts';
import type { Locale } from '../../ui/locale.ts';
import { contactWords } from './words.ts';

/** What is asked of each part. The customer itself is always to be reached; the others only where there are any. */
export function contactForm(locale: Locale) {
  const text = contactWords[locale];
  const name = z.string().default('').transform(plain).pipe(z.string().max(200, text.nameLong));
  const address = z.string().default('').transform(lines).pipe(z.string().max(500, text.addressLong));
  const email = z
    .string()
    .default('')
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.union([z.literal(''), z.email(text.emailWrong).max(254, text.emailWrong)], text.emailWrong));
  const phone = z
    .string()
    .default('')
    .transform(plain)
    .pipe(z.string().regex(/^$|^\+?[\d\s()/-]{5,29}$/, text.phoneWrong))
    .refine((typed) => typed === '' || typed.replaceAll(/\D/g, '').length >= 5, text.phoneWrong);
  return z.object({
    contact_address: address,
    contact_email: email,
    contact_phone: phone,
    contact_name: name,
    officer_name: name,
    officer_email: email,
    officer_phone: phone,
    representative_name: name,
    representative_address: address,
    representative_email: email,
  });
}
export type ContactForm = z.infer<ReturnType<typeof contactForm>>;

const plain = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');
const lines = (typed: string): string => typed.split(/\r?\n/).map(plain).filter(Boolean).join('\n');

/** The parts that were filled in; one that was left empty is none. */
export function contactsIn(form: ContactForm): Partial<Record<ContactPart, Contact>> {
  const given = (contact: Contact) => Object.values(contact).some(Boolean);
  const all: Record<ContactPart, Contact> = {
    controller: {
      name: form.contact_name,
      address: form.contact_address,
      email: form.contact_email || null,
      phone: form.contact_phone || null,
    },
    officer: { name: form.officer_name, address: '', email: form.officer_email || null, phone: form.officer_phone || null },
    representative: {
      name: form.representative_name,
      address: form.representative_address,
      email: form.representative_email || null,
      phone: null,
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([, contact]) => given(contact)));
}

/** What was typed, whether it is right or not. */
export const typedIn = (typed: Record<string, string>): ContactForm => {
  const empty = fieldsOf({});
  return Object.fromEntries(Object.keys(empty).map((name) => [name, (typed[name] ?? '').trim()])) as ContactForm;
};

/** What is missing of a part that was begun. */
export function missingOf(form: ContactForm, locale: Locale): FieldError[] {
  const { address, email, name } = contactWords[locale].missing;
  const { officer, representative } = contactsIn(form);
  const asked: [string, string, string][] = [
    ['contact_address', form.contact_address, address.controller],
    ['contact_email', form.contact_email, email.controller],
  ];
  if (officer) asked.push(['officer_name', form.officer_name, name.officer], ['officer_email', form.officer_email, email.officer]);
  if (representative)
    asked.push(
      ['representative_name', form.representative_name, name.representative],
      ['representative_address', form.representative_address, address.representative],
      ['representative_email', form.representative_email, email.representative],
    );
  return asked.flatMap(([field, typed, text]) => (typed === '' ? [{ name: field, text }] : []));
}

/** What is saved, as the form shows it. */
export function fieldsOf({ controller, officer, representative }: Partial<Record<ContactPart, Contact>>): Record<string, string> {
  return {
    contact_address: controller?.address ?? '',
    contact_email: controller?.email ?? '',
    contact_phone: controller?.phone ?? '',
    contact_name: controller?.name ?? '',
    officer_name: officer?.name ?? '',
    officer_email: officer?.email ?? '',
    officer_phone: officer?.phone ?? '',
    representative_name: representative?.name ?? '',
    representative_address: representative?.address ?? '',
    representative_email: representative?.email ?? '',
  };
}
