import type { MailTemplate } from './platform/mail/template.ts';

/** Every mail that Kursiv can send: each room brings its own. */
export const mailTemplates: Record<string, MailTemplate> = {};
