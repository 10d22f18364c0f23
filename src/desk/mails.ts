import type { MailTemplate } from '../platform/mail/template.ts';
import { enquiryMails } from './enquiries/mails.ts';
import { newsletterMails } from './newsletters/index.ts';
import { operationsMails } from './operations/index.ts';
import { removalMails } from './removal/mails.ts';
import { requestMails } from './requests/index.ts';
import { supportMails } from './support/mails.ts';
import { termsMails } from './terms/index.ts';

/** Every mail of the desk. */
export const deskMails = {
  ...enquiryMails,
  ...operationsMails,
  ...removalMails,
  ...supportMails,
  ...newsletterMails,
  ...requestMails,
  ...termsMails,
} satisfies Record<string, MailTemplate>;
