import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { personalTables } from './paths.ts';

const batch = 1000;
/** A file is written before its row: one that is younger than this may still get it. */
const graceMs = 60 * 60_000;

/** Removes files whose row is gone, or that a crash left without one. */
export async function removeOrphanedFiles(house: House): Promise<number> {
  const keys = await settledKeys(house);
  let removed = 0;
  for (let from = 0; from < keys.length; from += batch) {
    const part = keys.slice(from, from + batch);
    const known = await knownKeys(house, part);
    for (const key of part.filter((one) => !known.has(one))) {
      await house.attachments.remove(key);
      removed += 1;
    }
  }
  return removed;
}

async function settledKeys({ attachments, clock }: House): Promise<string[]> {
  const entries = await readdir(attachments.folder, { withFileTypes: true, recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const keys: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(path);
    if (clock.now().getTime() - mtimeMs > graceMs) keys.push(path.slice(attachments.folder.length + 1).replaceAll('\\', '/'));
  }
  return keys;
}

async function knownKeys({ database }: House, keys: string[]): Promise<Set<string>> {
  const tables = personalTables(dataMap as Record<string, Entry>).filter(([, { file }]) => file?.store === 'attachments');
  const text = tables
    .map(([table, { file }]) => `select ${file!.key} as key from ${table} t where ${file!.key} = any($1)`)
    .join(' union all ');
  const { rows } = await database.transaction(acrossCustomers('retention'), (tx) =>
    tx.executeQuery<{ key: string }>(CompiledQuery.raw(text, [keys])),
  );
  return new Set(rows.map(({ key }) => key));
}
