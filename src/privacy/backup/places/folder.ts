import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Place, Stored } from './place.ts';

/** A folder of this machine, or of another that is mounted here. */
export function folderPlace(folder: string): Place {
  const pathOf = (name: string) => join(folder, name);
  return {
    name: folder,
    pathOf,
    async begin(name) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const part = `${path}.${randomBytes(4).toString('hex')}.part`;
      const file = await open(part, 'wx', 0o600);
      return {
        async write(piece) {
          await file.write(piece);
        },
        async finish() {
          await file.sync();
          await file.close();
          await rename(part, path);
        },
        async abandon() {
          await file.close().catch(() => {});
          await rm(part, { force: true }).catch(() => {});
        },
      };
    },
    async read(name) {
      const path = pathOf(name);
      return (await stat(path).catch(() => undefined)) ? createReadStream(path) : undefined;
    },
    list: (under) => listFolder(folder, under),
    remove: (name) => rm(pathOf(name), { force: true }),
    async removeUnfinished() {
      for (const under of ['', 'files/'] as const)
        for await (const { name } of listFolder(folder, under)) if (name.endsWith('.part')) await rm(pathOf(name), { force: true });
    },
  };
}

async function* listFolder(folder: string, under: '' | 'files/'): AsyncGenerator<Stored> {
  const entries = await readdir(join(folder, under), { withFileTypes: true, recursive: under !== '' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => undefined);
    if (found) yield { name: relative(folder, path).replaceAll('\\', '/'), at: found.mtime };
  }
}
