import type { Settings } from '../../settings.ts';

/** Where mail comes in: the address people answer to, and how its mail reaches us. */
export type MailIn = {
  address: string;
  /** A mailbox that is read on a schedule. */
  imapUrl: string | undefined;
  /** The secret a mail server signs with when it posts mail to us. */
  secret: string | undefined;
};

/** Undefined when no mail can come in: then no mail asks for an answer by mail. */
export function mailInOf(settings: Pick<Settings, 'MAIL_IN_ADDRESS' | 'MAIL_IN_IMAP_URL' | 'MAIL_IN_SECRET'>): MailIn | undefined {
  const { MAIL_IN_ADDRESS: address, MAIL_IN_IMAP_URL: imapUrl, MAIL_IN_SECRET: secret } = settings;
  return address && (imapUrl || secret) ? { address: address.toLowerCase(), imapUrl, secret } : undefined;
}
