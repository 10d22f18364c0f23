import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { House } from '../../house.ts';
import { sha256 } from '../../secrets.ts';
import { readBounce, type Bounce } from '../bounces/read-bounce.ts';
import { plainTextOf } from './plain-text.ts';
import { readReplyAddress, type ReplyTarget } from './reply-address.ts';

export type AttachedFile = { name: string; content: Uint8Array };

/** A mail as it is stored: its words and the files that came with it, never anything that could run. */
export type ParsedMail = {
  /** The same mail has the same key, whichever way and however often it comes. */
  key: Buffer;
  from: string | undefined;
  subject: string;
  text: string;
  replyTo: ReplyTarget | undefined;
  /** A mail of ours that came back. */
  bounce: Bounce | undefined;
  /** Sent by a machine: a bounce, an absence, a list, or ourselves. Never answered. */
  isAutomatic: boolean;
  attachments: AttachedFile[];
};

/** Larger ones are refused before they are read. */
export const maxMailBytes = 10 * 1024 * 1024;
export const maxTextLength = 100_000;
const maxSubjectLength = 200;

export async function parseMail(house: House, raw: Uint8Array): Promise<ParsedMail> {
  const email = await PostalMime.parse(raw, { maxNestingDepth: 50, maxHeadersSize: 256 * 1024 });
  const from = addressOf(email.from?.address);
  const targets = recipientsOf(email).flatMap((address) => readReplyAddress(house, address) ?? []);
  const text = clean(email.text?.trim() ? email.text : plainTextOf(email.html ?? ''));
  return {
    key: keyOf(email.messageId, from, raw),
    from,
    subject: clean(email.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, maxSubjectLength),
    text: text.slice(0, maxTextLength),
    replyTo: targets.find(({ kind }) => kind !== 'bounce'),
    bounce: readBounce(email, targets.find(({ kind }) => kind === 'bounce')?.id),
    attachments: email.attachments
      .filter(isSentAlong)
      .map(({ filename, content }) => ({ name: filename ?? '', content: bytesOf(content) })),
    isAutomatic: isAutomatic(email) || from === house.mailIn?.address,
  };
}

/** What the sender chose to send, and not a picture that the mail's own text draws. */
const isSentAlong = ({ disposition, related, filename }: Attachment): boolean =>
  !related && (disposition === 'attachment' || Boolean(filename));

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

/** By its id and its sender: nobody can keep another's mail out by using its id first. */
export const keyOf = (messageId: string | undefined, from: string | undefined, raw: Uint8Array): Buffer =>
  sha256(messageId?.trim() ? `${messageId.trim()}\n${from ?? ''}` : raw);

export function addressOf(address: string | undefined): string | undefined {
  const found = address?.trim().toLowerCase().normalize('NFC') ?? '';
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(found) && found.length <= 254 ? found : undefined;
}

const recipientHeaders = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);

function recipientsOf({ headers }: Email): string[] {
  return headers.filter(({ key }) => recipientHeaders.has(key)).flatMap(({ value }) => value.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []);
}

/** RFC 3834: whoever answers a machine starts a loop. */
function isAutomatic({ headers, from }: Email): boolean {
  const valueOf = (key: string) =>
    headers
      .find((header) => header.key === key)
      ?.value.trim()
      .toLowerCase();
  const submitted = valueOf('auto-submitted');
  return (
    (submitted !== undefined && !/^no\b/.test(submitted)) ||
    /^(bulk|junk|list|auto_reply)$/.test(valueOf('precedence') ?? '') ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'x-loop'].some((key) => valueOf(key) !== undefined) ||
    valueOf('return-path') === '<>' ||
    valueOf('content-type')?.startsWith('multipart/report') === true ||
    /^(mailer-daemon|postmaster)@/i.test(from?.address ?? '')
  );
}

/** One form of å, ä and ö, and none of the characters that steer a screen instead of saying something. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

/** A guess, for whom nothing else is known of. */
export const looksSwedish = (text: string): boolean => /[åäö]|\b(och|jag|hej|inte|att|är)\b/i.test(text);
