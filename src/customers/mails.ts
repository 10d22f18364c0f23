import { acrossCustomers } from '../platform/database.ts';
import type { MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { formatDate } from '../ui/format.ts';
import { agreementMails } from './agreement/mails.ts';
import { contactMails } from './contacts/mails.ts';
import { exitMails } from './exit/mails.ts';
import { handedMails } from './requests/mails.ts';
import { findAddress, findInvitation } from './invitation.queries.ts';
import { invitationState } from './invitation-state.ts';
import { addressToken } from './tokens.ts';
import { words } from './words.ts';

/** The link to someone who is invited. It names the customer and the role and no person (N-53). Nothing is sent once it has ended. */
const invitation: MailTemplate = async ({ house, language, about }) => {
  const addressId = about['addressId'] ?? '';
  const row = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const found = await findAddress(tx, addressId);
    return found && findInvitation(tx, found.invitation_id);
  });
  if (!row || invitationState(row, house.clock.now()) !== 'open') return undefined;
  const text = words[language].mail;
  const role = words[language].asRole[row.role];
  const courses = [
    ...(row.courses.length > 0 ? [text.courses(row.courses.join(', '))] : []),
    ...(row.groups.length > 0 ? [text.groups(row.groups.join(', '))] : []),
  ];
  const link = house.publicUrl + href('invitation', { token: addressToken(house, addressId) });
  return {
    subject: text.subject(row.customer_name),
    paragraphs: [text.hello(row.customer_name, role), ...courses, text.go(formatDate(row.expires_at, language)), link, text.notYou],
    others: [row.given_name ?? '', row.family_name ?? ''].filter((name) => !row.customer_name.includes(name)),
  };
};

export const customersMails = { invitation, ...agreementMails, ...contactMails, ...exitMails, ...handedMails } satisfies Record<
  string,
  MailTemplate
>;
