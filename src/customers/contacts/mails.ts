import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMails } from '../../platform/mail/post-mail.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { findNamed, nameOfCustomer, type Named } from './contacts.queries.ts';
import { contactToken } from './contact-token.ts';
import { namedWords } from './named-words.ts';

/** Art. 14: the details came from the customer, so whoever reads at the address is told, at once rather than within the month. */
export async function tellNamed(tx: Tx, house: House, of: readonly Named[], language: Locale): Promise<void> {
  const mails = of.map(({ id, email }) => ({ to: { address: email }, template: 'contact-named', language, about: { contactId: id } }));
  await postMails(tx, house.clock, mails);
}

/** It names the customer and no person. Whoever is no longer named when the mail is made is told nothing. */
const named: MailTemplate = async ({ house, language, about }) => {
  const found = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const contact = await findNamed(tx, about['contactId'] ?? '');
    return contact?.email ? { ...contact, customer: await nameOfCustomer(tx, contact.customer_id) } : undefined;
  });
  if (!found) return undefined;
  const text = namedWords[language];
  return {
    subject: text.mail.subject(found.customer),
    paragraphs: [
      text.mail.what(found.customer, text.parts[found.part]),
      text.mail.why(found.customer),
      text.mail.look,
      house.publicUrl + href('namedContact', { token: contactToken(house, found.id) }),
      text.mail.wrong,
    ],
  };
};

export const contactMails = { 'contact-named': named } satisfies Record<string, MailTemplate>;
