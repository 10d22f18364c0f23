import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export type OutgoingMail = {
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string | undefined;
  language: string;
  headers?: Record<string, string> | undefined;
  replyTo?: string | undefined;
  /** Where a server sends it back when it cannot deliver it. */
  returnTo?: string | undefined;
};
export type MailTransport = { send(mail: OutgoingMail): Promise<void>; close(): void };

/** A server that has stopped answering is a failed try and not a worker that stands still. The address may say otherwise. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };

/** The operator's own mail server. */
export function smtpTransport(url: string): MailTransport {
  const transport = createTransport({ url, ...patience });
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail));
    },
    close: () => transport.close(),
  };
}

/** Without a mail server each mail becomes a file, the very bytes that would have been sent. */
export function folderTransport(folder: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${mail.id}.eml`);
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => {},
  };
}

/** The message id is the outbox row's: a server that is asked twice can tell. */
function messageOf(mail: OutgoingMail) {
  return {
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    ...(mail.returnTo ? { envelope: { from: mail.returnTo, to: mail.to } } : {}),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    messageId: `<${mail.id}@kursiv>`,
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated', ...asTheyStand(mail.headers ?? {}) },
  };
}

/** A long address in a header must not be folded or encoded: what reads it is a machine (RFC 8058). */
const asTheyStand = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]));
