import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import type { Engine } from './engine.ts';
import { runPlanned } from './run-planned.ts';

/** The files that lie in the store for rows of these people's own, by the map. */
export async function storedFilesOf(tx: Tx, engine: Engine, accounts: string[], addresses: string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const sql of engine.storedFiles) {
    const { rows } = await runPlanned<{ key: string }>(tx, sql, [accounts, addresses]);
    keys.push(...rows.map(({ key }) => key));
  }
  return keys;
}

export async function removeStoredFiles({ files }: Pick<House, 'files'>, keys: string[]): Promise<void> {
  for (const key of keys) await files.remove(key);
}
