import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Secrets } from '../../platform/secrets.ts';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The installation's own Ed25519 key, worked out from its secret: it needs no place of its own, and a house that is restored
 * with its secret still knows its receipts. `use` keeps keys for different uses apart.
 */
export function signingKey(secrets: Pick<Secrets, 'digest'>, use = 'receipt'): KeyObject {
  const seed = secrets.digest('signing key', use);
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** What anyone needs to check a signature, as text: SubjectPublicKeyInfo in base64. */
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

/** Undefined when the text is no Ed25519 key. */
export function readPublicKey(text: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
