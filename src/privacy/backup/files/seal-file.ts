import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { FileRow, FileTable } from './file-tables.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * What a file is called in a backup. Made with its customer's key: it tells nothing of whose it is, a new key gives new names, and
 * a file that is there already needs not be written again.
 */
export function nameOfFile(customerKey: Buffer, { store }: Pick<FileTable, 'store'>, { key, version }: FileRow): string {
  const name = createHmac('sha256', customerKey).update(`${store}\n${key}\n${version}`).digest('hex').slice(0, 40);
  return `files/${name.slice(0, 2)}/${name}.age`;
}

const keyOfFile = (customerKey: Buffer): Buffer => createHash('sha256').update('kursiv file').update(customerKey).digest();

/** Sealed with the customer's key (AES-256-GCM), piece by piece: nonce, content, tag. The name is part of the seal. */
export async function* sealFile(customerKey: Buffer, name: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOfFile(customerKey), nonce).setAAD(Buffer.from(name));
  yield nonce;
  for await (const piece of content) yield cipher.update(piece);
  cipher.final();
  yield cipher.getAuthTag();
}

/** Throws at the end when a byte was changed: who writes it down keeps it only after that. */
export async function* openFile(customerKey: Buffer, name: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  let decipher: ReturnType<typeof createDecipheriv> | undefined;
  for await (const piece of sealed) {
    held = Buffer.concat([held, piece]);
    if (held.length < nonceBytes + tagBytes) continue;
    if (!decipher) {
      decipher = createDecipheriv('aes-256-gcm', keyOfFile(customerKey), held.subarray(0, nonceBytes)).setAAD(Buffer.from(name));
      held = held.subarray(nonceBytes);
    }
    // The last bytes may be the tag.
    const ready = held.subarray(0, Math.max(0, held.length - tagBytes));
    held = held.subarray(ready.length);
    if (ready.length > 0) yield decipher.update(ready);
  }
  if (!decipher) throw new Error('The file ends before it begins.');
  (decipher as unknown as { setAuthTag(tag: Buffer): void }).setAuthTag(held);
  decipher.final();
}
