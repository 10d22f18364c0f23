import type { Email } from 'postal-mime';

/** A mail of ours that a server took and could not deliver: which, and the enhanced status code (RFC 3463) that says why. */
export type Bounce = { mailId: string; status: string };

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * What a delivery status notification says (RFC 3464). Which mail it is about is told by the secret address it was sent back to,
 * or by the Message-ID it quotes; both stand in that mail alone, so nobody else can say that it came back. Undefined for all
 * other mail, and for a server's word that it is still trying.
 */
export function readBounce({ attachments }: Email, returnedTo: string | undefined): Bounce | undefined {
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report) return undefined;
  const failed = textOf(report.content)
    .split(/\n\s*\n/)
    .find((fields) => /^Action:\s*failed\b/im.test(fields));
  const status = failed && /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(failed)?.[1];
  const mailId = returnedTo ?? quotedId(attachments);
  return status && mailId ? { mailId, status } : undefined;
}

function quotedId(attachments: Email['attachments']): string | undefined {
  const head = attachments.find(({ mimeType }) => mimeType === 'text/rfc822-headers' || mimeType === 'message/rfc822');
  return head && new RegExp(`^Message-ID:\\s*<(${uuid})@kursiv>`, 'im').exec(textOf(head.content))?.[1];
}

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  (typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8')).replace(/\r\n?/g, '\n').slice(0, 100_000);

/** There is no such mailbox or domain. All else, as a full mailbox or a policy, may pass. */
export const isForGood = (status: string): boolean => /^5\.1\.(1|2|3|6|10)$|^5\.2\.1$|^5\.4\.4$/.test(status);
