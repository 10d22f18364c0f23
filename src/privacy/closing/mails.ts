import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { findOwnAccount } from '../my-data.queries.ts';
import { closingWords } from './words.ts';

/** A month before the end. Who has come back meanwhile gets no mail. */
const erasureComing: MailTemplate = async ({ house, language, accountId }) => {
  const account = accountId && (await house.database.transaction(acrossCustomers('mail'), (tx) => findOwnAccount(tx, accountId)));
  if (!account || !account.closed_at || !account.erase_due_at) return undefined;
  const text = closingWords[language].mail;
  const day = formatDate(account.erase_due_at, language);
  return {
    subject: text.subject,
    paragraphs: [text.why(formatDate(account.closed_at, language), day), text.back(day), house.publicUrl + href('closing'), text.else],
  };
};

export const closingMails = { 'erasure-coming': erasureComing } satisfies Record<string, MailTemplate>;
