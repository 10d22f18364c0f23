import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type ReadMail = { subject: string; to: string; text: string };
export type ListedMail = ReadMail & { id: string; at: Date };

/** The mails that lie in the outbox folder, newest first. */
export async function listMails(folder: string): Promise<ListedMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map((name) => findMail(folder, name.slice(0, -'.eml'.length))));
  return mails.filter((mail) => mail !== undefined).toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

export async function findMail(folder: string, id: string): Promise<ListedMail | undefined> {
  const path = join(folder, `${id}.eml`);
  const [content, about] = await Promise.all([readFile(path, 'latin1'), stat(path)]).catch(() => []);
  return content !== undefined && about ? { id, at: about.mtime, ...readMail(content) } : undefined;
}

/** Reads a mail of ours: one part of plain text. `content` holds a byte in each character. */
export function readMail(content: string): ReadMail {
  const mail = content.replaceAll('\r\n', '\n');
  const end = mail.indexOf('\n\n');
  const headers = headersOf(mail.slice(0, end));
  const body = mail.slice(end + 2);
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return { subject: headers.get('subject') ?? '', to: headers.get('to') ?? '', text: bytes.toString('utf8').trim() };
}

/** A header goes on in the next line where that begins with a space. */
function headersOf(head: string): Map<string, string> {
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), fromEncodedWords(line.slice(colon + 1).trim())];
    }),
  );
}

/** RFC 2047: `=?UTF-8?Q?=C3=A5?=`. Spaces between two encoded words are not meant. */
function fromEncodedWords(value: string): string {
  return value.replace(/(\?=)\s+(?==\?)/g, '$1').replace(/(?:=\?utf-8\?[qb]\?[^?]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)];
    const parts = words.map(([, kind, text]) =>
      kind!.toLowerCase() === 'b' ? Buffer.from(text!, 'base64') : fromQuotedPrintable(text!.replaceAll('_', ' ')),
    );
    return Buffer.concat(parts).toString('utf8');
  });
}

function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/=[ \t]*\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(joined, 'latin1');
}
