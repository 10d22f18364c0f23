import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { findCustomer } from '../register/register.queries.ts';
import { findExport } from './export.queries.ts';
import { exitWords } from './words.ts';

/** Leads to the page, never to the file: whoever reads the mail still has to sign in. */
const ready: MailTemplate = async ({ house, language, about }) => {
  const { customerId = '', exportId = '' } = about;
  const found = await house.database.transaction(acrossCustomers('mail'), async (tx) => ({
    customer: await findCustomer(tx, customerId),
    made: await findExport(tx, customerId, exportId),
  }));
  if (!found.customer || !found.made?.finished_at) return undefined;
  const text = exitWords[language].mail;
  return {
    subject: text.subject,
    paragraphs: [
      text.text(found.customer.name, formatDate(found.made.expires_at, language)),
      house.publicUrl + href('takeAll', { customer: found.customer.slug }),
    ],
  };
};

export const exitMails = { 'customer-export-ready': ready } satisfies Record<string, MailTemplate>;
