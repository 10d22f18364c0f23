import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Keys for separate uses, all derived from one secret that is stored outside the database. */
export type Secrets = {
  /** A keyed digest that nobody without the secret can make or check. */
  digest(use: string, value: string): Buffer;
  /** A token for a link: proves that we made it for this id. */
  token(use: string, id: string): string;
  /** The id inside a token, or undefined when it is not one of ours. */
  readToken(use: string, token: string): string | undefined;
  seal(use: string, value: Uint8Array): Buffer;
  open(use: string, sealed: Uint8Array): Buffer;
};

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function secretsFrom(secret: string): Secrets {
  const keys = new Map<string, Buffer>();
  const keyFor = (use: string) => {
    const known = keys.get(use) ?? Buffer.from(hkdfSync('sha256', secret, 'kursiv', use, 32));
    keys.set(use, known);
    return known;
  };
  const digest = (use: string, value: string) => createHmac('sha256', keyFor(use)).update(value).digest();
  return {
    digest,
    token: (use, id) => `${id}.${digest(`token ${use}`, id).toString('base64url')}`,
    readToken(use, token) {
      const [id = '', proof = ''] = token.split('.');
      if (!uuidPattern.test(id)) return undefined;
      const expected = digest(`token ${use}`, id);
      const given = Buffer.from(proof, 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
    },
    seal(use, value) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${use}`), nonce);
      return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
    },
    open(use, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${use}`), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    },
  };
}

/** The secret of this installation: given, or made once and kept readable by its owner only. */
export function loadSecret(dataFolder: string, given?: string): string {
  if (given) return given;
  const path = join(dataFolder, 'secret');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(32).toString('base64url');
  writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

export function sha256(value: string | Uint8Array): Buffer {
  return hash('sha256', value, 'buffer');
}

/** An id made from a digest: the same bytes give the same id. */
export const uuidFrom = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
