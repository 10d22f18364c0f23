import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { restore, writeBackup } from '../../src/privacy/index.ts';
import { dataMap } from '../../data-map/index.ts';
import { filesOnDisk } from '../../src/platform/files.ts';
import type { BenchHouse } from '../support/house.ts';

export type BackedUp = {
  rows: number;
  files: number;
  rowBytes: number;
  fileBytes: number;
  firstMs: number;
  againMs: number;
  restoreMs: number;
  floorMs: number;
  floorBytes: number;
};

/**
 * The first backup, with all files; one more, whose files are there already; and a restore into a database of its own. The floor is
 * the same tables as JSON lines in a plain file: read once, sealed for nobody.
 */
export async function measureBackup({ house, owner, ownerUrl, runtimeUrl, folder }: BenchHouse): Promise<BackedUp> {
  const began = performance.now();
  const { paths, rows, files } = await writeBackup(house);
  const firstMs = performance.now() - began;
  const again = performance.now();
  // Another second, another name.
  await writeBackup({ ...house, clock: { ...house.clock, now: () => new Date(Date.now() + 2_000) } });
  const againMs = performance.now() - again;
  const plain = performance.now();
  const path = join(folder, 'plain.jsonl');
  await pipeline(Readable.from(plainLines(owner)), createWriteStream(path));
  const floorMs = performance.now() - plain;
  const name = `restored_${randomBytes(4).toString('hex')}`;
  await owner.query(`create database ${name}`);
  const within = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const to = (kind: string) => filesOnDisk(join(folder, 'restored', kind));
  const back = performance.now();
  const target = { ownerUrl: within(ownerUrl), runtimeUrl: within(runtimeUrl), runtimePassword: undefined };
  await restore({ ...house, files: to('files'), attachments: to('attachments') }, paths[0]!, target);
  const restoreMs = performance.now() - back;
  await owner.query(`drop database ${name} with (force)`);
  return {
    rows,
    files,
    rowBytes: (await stat(paths[0]!)).size,
    fileBytes: await bytesUnder(join(house.vault.backupFolders[0]!, 'files')),
    firstMs,
    againMs,
    restoreMs,
    floorMs,
    floorBytes: (await stat(path)).size,
  };
}

async function* plainLines(owner: pg.Client): AsyncGenerator<string> {
  for (const table of Object.keys(dataMap)) {
    await owner.query(`begin; declare plain no scroll cursor for select to_jsonb(t)::text as line from ${pg.escapeIdentifier(table)} t`);
    for (;;) {
      const { rows } = await owner.query<{ line: string }>('fetch 500 from plain');
      yield rows.map(({ line }) => `${line}\n`).join('');
      if (rows.length < 500) break;
    }
    await owner.query('commit');
  }
}

async function bytesUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
