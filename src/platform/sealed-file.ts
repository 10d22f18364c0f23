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

const block = 16;

/** Sealed files as if they were open, byte ranges included: the cipher counts blocks, so any of them can be opened alone. */
export function unsealed(files: Files, contentKey: Buffer): Pick<Files, 'read'> {
  return {
    async read(key, range) {
      const first = range ? range.from - (range.from % block) : 0;
      const found = await files.read(key, range && { from: first, to: range.to });
      if (!found) return undefined;
      const clear = opened(found.stream, contentKey, first / block, (range?.from ?? 0) - first);
      return { bytes: found.bytes, stream: Readable.toWeb(Readable.from(clear)) as ReadableStream };
    },
  };
}

async function* opened(sealed: ReadableStream, contentKey: Buffer, blocksBefore: number, skipped: number): AsyncGenerator<Buffer> {
  const counter = Buffer.from(start);
  counter.writeBigUInt64BE(BigInt(blocksBefore), 8);
  const decipher = createDecipheriv(method, contentKey, counter);
  for await (const piece of sealed as AsyncIterable<Uint8Array>) {
    const clear = decipher.update(piece);
    const cut = Math.min(skipped, clear.length);
    skipped -= cut;
    if (clear.length > cut) yield clear.subarray(cut);
  }
}
