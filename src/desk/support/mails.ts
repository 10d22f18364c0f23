import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { mailWords } from '../enquiries/mail-words.ts';

/** A mail of theirs could not be taken; nothing of why, and of nobody. */
const notTaken: MailTemplate = ({ house, language }) => {
  const text = mailWords[language].notTaken;
  return { subject: text.subject, paragraphs: [text.why, text.how, house.publicUrl + href('contact')] };
};

export const supportMails = { 'mail-not-taken': notTaken } satisfies Record<string, MailTemplate>;
