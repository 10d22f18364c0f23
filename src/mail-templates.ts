import { assessmentMails } from './assessment/index.ts';
import { certificatesMails } from './certificates/index.ts';
import { learningMails } from './learning/index.ts';
import { correspondenceMails } from './correspondence/index.ts';
import { customersMails } from './customers/index.ts';
import { deskMails } from './desk/index.ts';
import { keysMails } from './keys/index.ts';
import { notificationMails } from './notifications/index.ts';
import type { MailTemplate } from './platform/mail/template.ts';
import { peopleMails } from './people/index.ts';
import { privacyMails } from './privacy/index.ts';
import { shopMails } from './shop/index.ts';
import { signInMails } from './sign-in/index.ts';

/** Every mail that Kursiv can send: each room brings its own. */
export const mailTemplates: Record<string, MailTemplate> = {
  ...assessmentMails,
  ...certificatesMails,
  ...learningMails,
  ...correspondenceMails,
  ...customersMails,
  ...deskMails,
  ...keysMails,
  ...notificationMails,
  ...peopleMails,
  ...shopMails,
  ...signInMails,
  ...privacyMails,
};
