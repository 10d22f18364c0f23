import { ensureKeys, readShard, shardOf, type Holder, type KeyringHouse, type Shard } from './keyring.ts';
import { labelOf } from './seal.ts';

/** Rows come ordered by person, and so by shard: few shards need to be open at a time. */
const shardsOpen = 16;
const recentKept = 5_000;
const labelsKept = 100_000;

function keepNewest<Value>(map: Map<string, Value>, limit: number): void {
  while (map.size > limit) map.delete(map.keys().next().value!);
}

/** The keys of a backup that is being written: made for whoever has none. */
export function keysForWriting(house: KeyringHouse) {
  const shards = new Map<string, Shard>();
  const recent = new Map<Holder, Buffer | undefined>();
  return {
    /** Makes sure that these have keys, shard by shard. Whoever is being erased gets none. */
    async prepare(holders: Holder[]): Promise<void> {
      const wanted = holders.filter((holder) => !recent.has(holder));
      for (const [name, those] of Map.groupBy(wanted, shardOf)) {
        const known = shards.get(name);
        const lines = known && those.every((holder) => known.has(holder)) ? known : await ensureKeys(house, name, [...new Set(those)]);
        shards.set(name, lines);
        for (const holder of those) recent.set(holder, lines.get(holder)?.key);
      }
    },
    keyOf: (holder: Holder) => recent.get(holder),
    /** Called between batches, never inside one. */
    trim() {
      keepNewest(shards, shardsOpen);
      keepNewest(recent, recentKept);
    },
  };
}

/** Finds whose key a label in a backup is, if the keyring still has it. */
export function keysForReading(house: KeyringHouse, salt: string) {
  const labels = new Map<string, Map<string, Buffer>>();
  const recent = new Map<string, Buffer | undefined>();
  return async function keyOf(shard: string, label: string, customerId: string): Promise<Buffer | undefined> {
    if (recent.has(label)) return recent.get(label);
    const place = `${shard} ${customerId}`;
    let known = labels.get(place);
    if (!known) {
      const lines = await readShard(house, shard);
      known = new Map([...lines.values()].map(({ key }) => [labelOf(key, salt, customerId), key]));
      labels.set(place, known);
    }
    const key = known.get(label);
    recent.set(label, key);
    keepNewest(recent, recentKept);
    let total = [...labels.values()].reduce((sum, one) => sum + one.size + 1, 0);
    for (const [name, { size }] of labels) {
      if (total <= labelsKept || name === place) break;
      labels.delete(name);
      total -= size + 1;
    }
    return key;
  };
}
