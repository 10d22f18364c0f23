import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { findCustomer } from '../register/register.queries.ts';
import { findAgreement } from './agreement.queries.ts';
import { agreementWords } from './words.ts';

/** Tells a customer's administrator of a notice. It names the organisation and no person (N-53). */
const noticed: MailTemplate = async ({ house, language, about }) => {
  const { customerId = '', agreementId = '' } = about;
  const found = await house.database.transaction(acrossCustomers('mail'), async (tx) => ({
    customer: await findCustomer(tx, customerId),
    agreement: await findAgreement(tx, customerId, agreementId),
  }));
  if (!found.customer || !found.agreement?.noticed_at || !found.agreement.ends_at) return undefined;
  const text = agreementWords[language].mail.noticed;
  const { name, slug } = found.customer;
  return {
    subject: text.subject(name),
    paragraphs: [
      text.ends(name, formatDate(found.agreement.ends_at, language)),
      text.take,
      house.publicUrl + href('takeAll', { customer: slug }),
    ],
  };
};

export const agreementMails = { 'agreement-noticed': noticed } satisfies Record<string, MailTemplate>;
