import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';

/** Removes exports on disk whose row is gone, and what a crash left half written. */
export async function removeOrphanedExports(house: Pick<House, 'database' | 'exports'>): Promise<number> {
  const keys = await listKeys(house.exports.folder);
  if (keys.length === 0) return 0;
  const ids = keys.map((key) => key.split('/')[1]!);
  const kept = await house.database.transaction(acrossCustomers('retention'), (tx) =>
    sql<{ key: string }>`select customer_id || '/' || id as key from customer_export where id = any(${ids}::uuid[])
      union all select id || '/' || id from own_export where id = any(${ids}::uuid[])`.execute(tx),
  );
  const known = new Set(kept.rows.map(({ key }) => key));
  const orphans = keys.filter((key) => !known.has(key));
  for (const key of orphans) await house.exports.remove(key);
  return orphans.length;
}

async function listKeys(folder: string): Promise<string[]> {
  const names = async (path: string) =>
    readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  const keys = [];
  for (const customer of await names(folder)) {
    for (const name of await names(join(folder, customer))) if (/^[0-9a-f-]{36}$/.test(name)) keys.push(`${customer}/${name}`);
  }
  return keys;
}
