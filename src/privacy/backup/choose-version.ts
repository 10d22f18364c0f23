import type { keysForReading } from './key-cache.ts';
import type { RowLine } from './row-line.ts';
import { openWith } from './seal.ts';

/** What a line stands for today: the whole row, what is left without the forgotten, or nothing. */
export type Chosen = { row: string | undefined; pseudonyms: string[]; forgotten: number };

/** Opens what the keyring still opens, and takes what erasure would have left where it does not. */
export async function chooseVersion(line: RowLine, keyOf: ReturnType<typeof keysForReading>): Promise<Chosen> {
  if ('row' in line) return { row: line.row, pseudonyms: [], forgotten: 0 };
  const keys = [];
  for (const [shard, label] of line.of) keys.push(await keyOf(shard, label, line.customer));
  const left = keys.filter((key) => key !== undefined);
  const forgotten = keys.length - left.length;
  if (forgotten === 0) return { row: openWith(left, line.table, line.sealed), pseudonyms: [], forgotten };
  const mask = keys.reduce((sum, key, index) => (key ? sum : sum | (1 << index)), 0);
  const version = line.without[mask - 1];
  if (!version) return { row: undefined, pseudonyms: [], forgotten };
  const row = 'row' in version ? version.row : openWith(left, line.table, version.sealed);
  return { row, pseudonyms: version.pseudonyms ?? [], forgotten };
}
