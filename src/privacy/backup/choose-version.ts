import type { keysForReading } from './key-cache.ts';
import type { RowLine } from './row-line.ts';
import { openWith } from './seal.ts';

/** What a line stands for today: the whole row, what is left without the forgotten, or nothing. */
export type Chosen = { row: string | undefined; pseudonyms: string[]; forgotten: number };

/** Opens what the keyring still opens, and takes what erasure would have left where it does not. */
export async function chooseVersion(line: RowLine, keys: ReturnType<typeof keysForReading>): Promise<Chosen> {
  const { pseudonyms = [] } = line;
  if ('row' in line) return { row: line.row, pseudonyms, forgotten: 0 };
  const { customer, held, under } = line;
  const customerKey = under ? await keys.keyOfCustomer(customer, under) : undefined;
  // Everything of a customer goes with it.
  if (held && !customerKey) return { row: undefined, pseudonyms: [], forgotten: 1 };
  const people = [];
  for (const label of line.of) people.push(await keys.keyOf({ label, customer, atCustomer: held === 'pair' }));
  const theirs = people.filter((key) => key !== undefined);
  const left = customerKey ? [customerKey, ...theirs] : theirs;
  const forgotten = people.length - theirs.length;
  if (forgotten === 0) return { row: openWith(left, line.table, line.sealed), pseudonyms, forgotten };
  const mask = people.reduce((sum, key, index) => (key ? sum : sum | (1 << index)), 0);
  const version = line.without[mask - 1];
  if (!version) return { row: undefined, pseudonyms: [], forgotten };
  const row = 'row' in version ? version.row : openWith(left, line.table, version.sealed);
  return { row, pseudonyms: version.pseudonyms ?? [], forgotten };
}
