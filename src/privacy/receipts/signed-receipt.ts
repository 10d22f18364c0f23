import { sign, verify, type KeyObject } from 'node:crypto';
import { publicKeyOf, readPublicKey } from './signing-key.ts';

/** What a signed file says, whoever's it is: the words themselves, the key that is to check them, the signature. */
export type Signed<Document> = { document: Document; key: string; signature: string };
export type Checked<Document> = { state: 'genuine'; document: Document } | { state: 'unreadable' | 'changed' | 'other-key' };

const written = (value: unknown): string => JSON.stringify(value, null, 2);

/** The whole file. The signature is over everything else in it, byte by byte (Ed25519, RFC 8032). */
export function writeSigned(document: object, key: KeyObject): string {
  const signed = { document, key: publicKeyOf(key) };
  const signature = sign(null, Buffer.from(written(signed)), key).toString('base64');
  return written({ ...signed, signature });
}

/**
 * Whether a file is the one that was signed with this key. It is written anew and compared, so that not even a space may
 * differ; what a pasted text has after its end does not count.
 */
export function checkSigned<Document extends object>(text: string, publicKey: string): Checked<Document> {
  const found = read<Document>(text);
  if (!found) return { state: 'unreadable' };
  const { document, key, signature } = found;
  if (written({ document, key, signature }) !== text.trimEnd()) return { state: 'changed' };
  if (key !== publicKey) return { state: 'other-key' };
  const bytes = Buffer.from(signature, 'base64');
  const checking = readPublicKey(publicKey);
  const holds =
    checking !== undefined &&
    bytes.toString('base64') === signature &&
    verify(null, Buffer.from(written({ document, key })), checking, bytes);
  return holds ? { state: 'genuine', document } : { state: 'changed' };
}

function read<Document>(text: string): Signed<Document> | undefined {
  try {
    const value = JSON.parse(text) as Partial<Signed<Document>> | null;
    return typeof value?.document === 'object' && typeof value.key === 'string' && typeof value.signature === 'string'
      ? (value as Signed<Document>)
      : undefined;
  } catch {
    return undefined;
  }
}
