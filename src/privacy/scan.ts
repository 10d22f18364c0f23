import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';

export type Trace = { store: string; place: string; count: number };

/**
 * Looks for a marker (a name, an address, an id) in everything that is kept: every row of every
 * table, the job queue included, and every file in the given folders. Finds it or proves it gone.
 */
export async function scan(house: Pick<House, 'database'>, marker: string, folders: string[]): Promise<Trace[]> {
  const tables = await house.database.transaction(acrossCustomers('scan'), async (tx) => {
    const { rows } = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
      where relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`.execute(tx);
    return rows.map(({ name }) => name);
  });
  if (tables.length === 0) throw new Error('The scan saw no tables: it would have proved nothing.');
  const traces: Trace[] = [];
  const pattern = `%${marker.replace(/[\\%_]/g, '\\$&')}%`;
  const asBytes = `%${Buffer.from(marker).toString('hex')}%`;
  for (const table of tables) {
    const count = await house.database.transaction(acrossCustomers('scan'), async (tx) => {
      const { rows } = await sql<{
        rows: number;
      }>`select count(*) as rows from ${sql.raw(table)} t where t::text ilike ${pattern} or t::text like ${asBytes}`.execute(tx);
      return rows[0]?.rows ?? 0;
    });
    if (count > 0) traces.push({ store: 'database', place: table, count });
  }
  for (const folder of folders) traces.push(...(await scanFolder(folder, marker)));
  return traces;
}

async function scanFolder(folder: string, marker: string): Promise<Trace[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const traces: Trace[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const named = entry.name.toLowerCase().includes(marker.toLowerCase());
    if (named || (await fileHolds(path, marker))) traces.push({ store: 'files', place: path, count: 1 });
  }
  return traces;
}

/** Piece by piece with an overlap, so that a large film is never in memory. Mail is also read decoded. */
async function fileHolds(path: string, marker: string): Promise<boolean> {
  const wanted = marker.toLowerCase();
  let tail = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const text = (tail + String(chunk)).toLowerCase();
    if (text.includes(wanted) || unquoted(text).includes(wanted)) return true;
    tail = text.slice(-4 * wanted.length - 64);
  }
  return false;
}

/** Quoted-printable and base64 parts as the text they stand for. */
function unquoted(text: string): string {
  const bytes = Buffer.from(
    text.replace(/=\n/g, '').replace(/=([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return bytes.toString('utf8').toLowerCase();
}
