import { acrossCustomers } from '../platform/database.ts';
import { mentions } from '../platform/mail/guard.ts';
import type { MailFacts, MailTemplate, MailText } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { openReplyAddress } from './reply-address.ts';
import { findUnread } from './reminder.queries.ts';
import { words } from './words.ts';

/** Says that there is something to read and where; never who wrote it or what (N-53). Nothing unread, no mail. */
const reminder =
  (as: 'student' | 'administrator'): MailTemplate =>
  async (facts: MailFacts): Promise<MailText | undefined> => {
    const { house, language, accountId, about, operatorName } = facts;
    const { customer: customerId = '', course: courseId = '' } = about;
    if (!accountId) return undefined;
    const unread = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const found = await findUnread(tx, { customerId, courseId, accountId, as });
      return found && { ...found, replyTo: await openReplyAddress(tx, house, { customerId, accountId, threads: found.threads }) };
    });
    if (!unread) return undefined;
    const { title, customer, course, names, replyTo } = unread;
    const text = words[language].mail;
    const address = house.publicUrl + (as === 'student' ? href('correspondence', { customer, course }) : href('inbox', { customer }));
    return {
      subject: text.subject(title),
      paragraphs: [
        text.hello,
        as === 'student' ? text.toStudent(title) : text.toAdministrator(title),
        text.link(address),
        ...(replyTo ? [text.byMail] : []),
        text.why,
      ],
      replyTo,
      // A name that is a word of the course, the address or the operator says nothing about its bearer.
      others: names.filter((name) => !mentions(`${title} ${address} ${operatorName}`, name)),
    };
  };

export const correspondenceMails: Record<string, MailTemplate> = {
  'new-message-to-student': reminder('student'),
  'new-message-to-administrator': reminder('administrator'),
};
