import type { AddressInfo } from 'node:net';
import startHoodiecrow from 'hoodiecrow-imap';

export type Mailbox = {
  url: string;
  /** Puts a mail in the mailbox as its server would. */
  put(raw: string | Buffer, at?: Date): void;
  /** How many messages there are, and how many of them are marked as seen. */
  count(): { all: number; seen: number };
  close(): Promise<void>;
};

/** A real IMAP server on loopback with one mailbox. */
export async function startMailbox(): Promise<Mailbox> {
  const server = startHoodiecrow({ plugins: ['ENABLE', 'LITERALPLUS', 'UNSELECT'], storage: { INBOX: {} } });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}`,
    put: (raw, at) => server.appendMessage('INBOX', [], at ?? '', raw),
    count() {
      const { messages } = server.getMailbox('INBOX');
      return { all: messages.length, seen: messages.filter(({ flags }) => flags.includes('\\Seen')).length };
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Written = { from: string; to: string; subject?: string; body: string; id: string; headers?: string[] };

/** A mail as a mail program writes it. */
export function rawMail({ from, to, subject = 'Hej', body, id, headers = [] }: Written): string {
  const encoded = Buffer.from(body, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?UTF-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`,
    `Message-ID: <${id}@example>`,
    'Date: Mon, 23 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    ...headers,
    '',
    encoded,
  ].join('\r\n');
}
