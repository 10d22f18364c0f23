import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';

/** A mail on disk goes with its row. */
export async function removeOutboxFiles(house: Pick<House, 'outboxFolder'>, mailIds: string[]): Promise<void> {
  for (const id of mailIds) await rm(join(house.outboxFolder, `${id}.eml`), { force: true });
}

const batch = 1000;

/** Removes mails on disk whose row is gone, in batches; also what a crash left behind. */
export async function removeOrphanedMails(house: House): Promise<number> {
  const files = await readdir(house.outboxFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = files.map((name) => name.split('.')[0] ?? '').filter((id) => /^[0-9a-f-]{36}$/.test(id));
  let removed = 0;
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch);
    const kept = await house.database.transaction(acrossCustomers('retention'), (tx) =>
      tx
        .selectFrom('mail')
        .select('id')
        .where('id', '=', sql<string>`any(${part}::uuid[])`)
        .execute(),
    );
    const known = new Set(kept.map(({ id }) => id));
    const orphans = part.filter((id) => !known.has(id));
    await removeOutboxFiles(house, orphans);
    removed += orphans.length;
  }
  return removed;
}
