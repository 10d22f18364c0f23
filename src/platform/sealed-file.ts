import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Files } from './files.ts';

// Each key seals one file once, so the counter may always begin at nothing.
const method = 'aes-256-ctr';
const start = Buffer.alloc(16);

export const newContentKey = (): Buffer => randomBytes(32);

/**
 * Writes a file sealed with its own key, piece by piece. Who keeps the key decides over the file: when the key is gone, no
 * copy of the folder can be read.
 */
export async function writeSealed(files: Files, key: string, contentKey: Buffer, content: AsyncIterable<Uint8Array>): Promise<void> {
  const cipher = createCipheriv(method, contentKey, start);
  async function* sealed() {
    for await (const piece of content) yield cipher.update(piece);
    yield cipher.final();
  }
  await files.write(key, sealed());
}

/** The content as a stream; undefined when there is no such file. */
export async function openSealed(files: Files, key: string, contentKey: Buffer): Promise<ReadableStream<Uint8Array> | undefined> {
  const found = await files.read(key);
  if (!found) return undefined;
  const opened = Readable.fromWeb(found.stream as never).pipe(createDecipheriv(method, contentKey, start));
  return Readable.toWeb(opened) as ReadableStream<Uint8Array>;
}
