import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { findVersion } from './terms.queries.ts';
import { termsWords } from './terms-words.ts';

/** A month ahead (E-05): when the new terms begin, what is new in them, and what one can do. */
const termsChanged: MailTemplate = async ({ house, language, about }) => {
  const version = Number(about['version']);
  const terms = await house.database.transaction(acrossCustomers('mail'), (tx) => findVersion(tx, version));
  if (!terms) return undefined;
  const text = termsWords[language].mail;
  const from = formatDate(terms.inForceAt, language);
  return {
    subject: text.subject(from),
    paragraphs: [text.why(from), text.link, house.publicUrl + href('termsVersion', { version }), text.choose],
  };
};

export const termsMails = { 'terms-changed': termsChanged } satisfies Record<string, MailTemplate>;
