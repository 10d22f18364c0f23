import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where file contents lie. One interface, so that an object store can stand in for the disk. */
export type Files = {
  write(key: string, content: Uint8Array): Promise<void>;
  /** Writes what comes, however much: it is never held in memory whole. */
  writeStream(key: string, content: Readable): Promise<{ bytes: number; sha256: Buffer }>;
  /** Bytes from..to (inclusive) as a stream; undefined when there is no such file. */
  read(key: string, range?: { from: number; to: number }): Promise<{ bytes: number; stream: ReadableStream } | undefined>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Where they lie, for a scan. */
  readonly folder: string;
};

const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

export function filesOnDisk(folder: string): Files {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error('A file key is two ids.');
    return join(folder, key);
  };
  return {
    folder,
    async write(key, content) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(`${path}.part`, content);
      await rename(`${path}.part`, path);
    },
    async writeStream(key, content) {
      const path = pathOf(key);
      const digest = createHash('sha256');
      let bytes = 0;
      const count = new Transform({
        transform(chunk: Buffer, _, done) {
          digest.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      await mkdir(join(path, '..'), { recursive: true });
      try {
        await pipeline(content, count, createWriteStream(`${path}.part`));
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        throw error;
      }
      await rename(`${path}.part`, path);
      return { bytes, sha256: digest.digest() };
    },
    async read(key, range) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => undefined);
      if (!found) return undefined;
      const source = createReadStream(path, range ? { start: range.from, end: range.to } : {});
      return { bytes: found.size, stream: Readable.toWeb(source) as ReadableStream };
    },
    has: async (key) => (await stat(pathOf(key)).catch(() => undefined)) !== undefined,
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
