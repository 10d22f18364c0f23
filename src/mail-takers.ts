import { answerByMail } from './correspondence/index.ts';
import { openCaseByMail, refuseMail, writeBackByMail } from './desk/index.ts';
import { tellUndelivered } from './mail-undelivered.ts';
import { takeBounce } from './platform/mail/bounces/take-bounce.ts';
import type { MailTakers } from './platform/mail/inbound/take-mail.ts';

/** Where each kind of mail that comes in goes on. */
export const mailTakers: MailTakers = {
  case: writeBackByMail,
  correspondence: answerByMail,
  bounce: (house, mail) => takeBounce(house, mail, tellUndelivered),
  new: openCaseByMail,
  refuse: refuseMail,
};
