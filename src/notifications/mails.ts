import { acrossCustomers } from '../platform/database.ts';
import type { MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { countUnread } from './notify.queries.ts';
import { words } from './words.ts';

/** What has happened since last, as numbers: no names, no courses, no words of anyone's (N-53). All read, no mail. */
const collected: MailTemplate = async ({ house, language, accountId }) => {
  if (!accountId) return undefined;
  const unread = await house.database.transaction(acrossCustomers('mail'), (tx) => countUnread(tx, accountId));
  if (unread.length === 0) return undefined;
  const text = words[language];
  const lines = unread.filter(({ event }) => event in text.events).map(({ event, count }) => `– ${text.events[event].text} (${count})`);
  return {
    subject: text.mail.subject,
    paragraphs: [
      text.mail.lead,
      lines.join('\n'),
      `${text.mail.read} ${house.publicUrl}${href('notifications')}`,
      `${text.mail.change} ${house.publicUrl}${href('notificationChoices')}`,
    ],
  };
};

export const notificationMails = { notifications: collected } satisfies Record<string, MailTemplate>;
