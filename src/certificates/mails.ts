import { acrossCustomers } from '../platform/database.ts';
import type { MailFacts, MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { formatDate } from '../ui/format.ts';
import { findCertificateForMail } from './mail.queries.ts';
import { words } from './words.ts';

async function read({ house, accountId, about }: MailFacts) {
  const { customerId = '', certificateId = '' } = about;
  if (!accountId) return undefined;
  const which = { customerId, certificateId, accountId };
  return house.database.transaction(acrossCustomers('mail'), (tx) => findCertificateForMail(tx, which));
}

/** A month ahead. Not sent when it has been renewed, revoked or replaced since. */
const expires: MailTemplate = async (facts) => {
  const { house, language } = facts;
  const found = await read(facts);
  if (!found?.expiresAt || found.revokedAt || found.replacedBy) return undefined;
  const text = words[language].mail;
  const until = formatDate(found.expiresAt, language);
  const link = house.publicUrl + href('finalTest', { customer: found.customer, course: found.course });
  return { subject: text.expiresSubject(found.title), paragraphs: [text.expires(found.title, until), text.renew, link] };
};

/** That it happened and where the reason stands; the reason itself stays behind the sign-in (N-53). */
const revoked: MailTemplate = async (facts) => {
  const { house, language } = facts;
  const found = await read(facts);
  if (!found?.revokedAt) return undefined;
  const text = words[language].mail;
  const link = house.publicUrl + href('certificate', { customer: found.customer, course: found.course });
  return { subject: text.revokedSubject(found.title), paragraphs: [text.revoked(found.title, found.customerName), text.why, link] };
};

export const certificatesMails: Record<string, MailTemplate> = { 'certificate-expires': expires, 'certificate-revoked': revoked };
