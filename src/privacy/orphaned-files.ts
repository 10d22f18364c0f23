import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { Files } from '../platform/files.ts';
import type { House } from '../platform/house.ts';

const batch = 1000;
/** A file is written before its row: one that came here later than this ago may still get it. */
const graceMs = 60 * 60_000;
/** Files lie in a folder of whatever they belong to; what is under way lies in folders of other names. */
const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f-]{36}(\.part)?$/;

/** Removes files whose row is gone, or that a crash left without one: what people have attached, and what courses show. */
export async function removeOrphanedFiles(house: House): Promise<number> {
  return (await removeFrom(house, 'attachments')) + (await removeFrom(house, 'files'));
}

async function removeFrom(house: House, store: 'attachments' | 'files'): Promise<number> {
  const keys = await settledKeys(house, house[store]);
  let removed = 0;
  for (let from = 0; from < keys.length; from += batch) {
    const part = keys.slice(from, from + batch);
    const known = await knownKeys(house, store, part);
    for (const key of part.filter((one) => !known.has(one))) {
      // Half a file has the name of a file with more to it, which the store itself does not know.
      await rm(join(house[store].folder, key), { force: true });
      removed += 1;
    }
  }
  return removed;
}

async function settledKeys({ clock }: House, { folder }: Files): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const keys: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const key = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (!keyPattern.test(key)) continue;
    // The pieces of a film are made for hours before they are moved here, which the change time tells and the other does not.
    const found = await stat(path).catch(() => undefined);
    if (found && clock.now().getTime() - Math.max(found.mtimeMs, found.ctimeMs) > graceMs) keys.push(key);
  }
  return keys;
}

async function knownKeys({ database }: House, store: 'attachments' | 'files', keys: string[]): Promise<Set<string>> {
  const tables = Object.entries(dataMap as Record<string, Entry>).flatMap(([table, { file }]) =>
    file?.store === store ? [{ table, key: file.key }] : [],
  );
  const text = tables.map(({ table, key }) => `select ${key} as key from ${table} t where ${key} = any($1)`).join(' union all ');
  const { rows } = await database.transaction(acrossCustomers('retention'), (tx) =>
    tx.executeQuery<{ key: string }>(CompiledQuery.raw(text, [keys])),
  );
  return new Set(rows.map(({ key }) => key));
}
