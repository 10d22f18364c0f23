import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Where file contents lie. One interface, so that an object store can stand in for the disk. */
export type Files = {
  /** Whole, or piece by piece as it comes; a file that is not finished is never there. */
  write(key: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** Takes over a file that lies on the same disk: nothing is copied. */
  take(key: string, path: string): Promise<void>;
  /** Where a file lies, for a program that reads it from there. */
  pathOf(key: string): string;
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
      await writeFile(`${path}.part`, content).catch(async (error: unknown) => {
        await rm(`${path}.part`, { force: true });
        throw error;
      });
      await rename(`${path}.part`, path);
    },
    async take(key, from) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true });
      await rename(from, path);
    },
    pathOf,
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
