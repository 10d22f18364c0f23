import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { findReminder } from './reminder.queries.ts';
import { deadlineWords } from './words.ts';

/** Not sent when the course has been done meanwhile. */
const near: MailTemplate = async ({ house, language, accountId, about }) => {
  const { customerId = '', enrolmentId = '' } = about;
  if (!accountId) return undefined;
  const which = { customerId, enrolmentId, accountId };
  const found = await house.database.transaction(acrossCustomers('mail'), (tx) => findReminder(tx, which));
  if (!found) return undefined;
  const text = deadlineWords[language].mail;
  const link = house.publicUrl + href('continueCourse', { customer: found.customer, course: found.course });
  return { subject: text.subject(found.title), paragraphs: [text.due(found.title, formatDate(found.dueAt, language)), text.goOn, link] };
};

export const learningMails: Record<string, MailTemplate> = { 'deadline-near': near };
