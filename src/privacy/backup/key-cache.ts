import {
  customerOf,
  ensureKeys,
  holderOfCustomer,
  isFresh,
  isPair,
  personOf,
  readShard,
  shardOf,
  type Holder,
  type KeyringHouse,
  type Shard,
} from './keyring.ts';
import { underOf } from './row-line.ts';
import { keyAtCustomer, labelOf } from './seal.ts';

/** Rows come ordered by person, and so by shard: few shards need to be open at a time. */
const shardsOpen = 16;
const recentKept = 10_000;
const labelsKept = 100_000;

function keepNewest<Value>(map: Map<string, Value>, limit: number): void {
  while (map.size > limit) map.delete(map.keys().next().value!);
}

/** The key of a line; of someone at a customer, what is made of theirs and of the person's own. */
function keyIn(lines: Shard, holder: Holder): Buffer | undefined {
  const key = lines.get(holder)?.key;
  if (!key || !isPair(holder)) return key;
  const own = lines.get(personOf(holder))?.key;
  return own && keyAtCustomer(own, key);
}

/** The keys of a backup that is being written: made for whoever has none. */
export function keysForWriting(house: KeyringHouse) {
  const shards = new Map<string, Shard>();
  const recent = new Map<Holder, Buffer | undefined>();
  /** They are few, and each is met in every table: they stay. */
  const ofCustomers = new Map<Holder, Buffer | undefined>();
  const linesFor = async (name: string, those: Holder[]): Promise<Shard> => {
    const known = shards.get(name);
    const lines = known && those.every((one) => isFresh(house, one, known.get(one))) ? known : await ensureKeys(house, name, those);
    shards.set(name, lines);
    return lines;
  };
  return {
    /** Makes sure that these people have keys, shard by shard. Whoever is being erased gets none. */
    async prepare(holders: Holder[]): Promise<void> {
      const wanted = holders.filter((holder) => !recent.has(holder));
      for (const [name, those] of Map.groupBy(wanted, shardOf)) {
        const needed = new Set(those.flatMap((holder) => (isPair(holder) ? [personOf(holder), holder] : [holder])));
        const lines = await linesFor(name, [...needed]);
        for (const holder of those) recent.set(holder, keyIn(lines, holder));
      }
    },
    async prepareCustomers(ids: string[]): Promise<void> {
      const wanted = ids.map(holderOfCustomer).filter((holder) => !ofCustomers.has(holder));
      for (const [name, those] of Map.groupBy(wanted, shardOf)) {
        const lines = await linesFor(name, those);
        for (const holder of those) ofCustomers.set(holder, keyIn(lines, holder));
      }
    },
    keyOf: (holder: Holder) => recent.get(holder),
    keyOfCustomer: (id: string) => ofCustomers.get(holderOfCustomer(id)),
    /** Called between batches, never inside one. */
    trim() {
      keepNewest(shards, shardsOpen);
      keepNewest(recent, recentKept);
    },
  };
}

/** Whose key a label of a backup stands for: a person's own, or that of someone at a customer. */
export type Labelled = { label: [shard: string, label: string]; customer: string; atCustomer: boolean };

/** Finds whose key a label in a backup is, if the keyring still has it. */
export function keysForReading(house: KeyringHouse, salt: string) {
  const labels = new Map<string, Map<string, Buffer>>();
  const recent = new Map<string, Buffer | undefined>();
  const ofCustomers = new Map<string, { key: Buffer; under: string } | undefined>();
  return {
    async keyOf({ label: [shard, label], customer, atCustomer }: Labelled): Promise<Buffer | undefined> {
      if (recent.has(label)) return recent.get(label);
      const place = `${shard} ${customer} ${atCustomer}`;
      let known = labels.get(place);
      if (!known) {
        const lines = await readShard(house, shard);
        const holders = [...lines.keys()].filter((one) => (atCustomer ? isPair(one) && customerOf(one) === customer : !isPair(one)));
        const keys = holders.flatMap((holder) => keyIn(lines, holder) ?? []);
        known = new Map(keys.map((key) => [labelOf(key, salt, customer), key]));
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
    },
    /** Undefined when the customer has been erased since, though it may have come back and have another key. */
    async keyOfCustomer(id: string, under: string): Promise<Buffer | undefined> {
      const holder = holderOfCustomer(id);
      if (!ofCustomers.has(id)) {
        const key = (await readShard(house, shardOf(holder))).get(holder)?.key;
        ofCustomers.set(id, key && { key, under: underOf(key, salt) });
      }
      const known = ofCustomers.get(id);
      return known?.under === under ? known.key : undefined;
    },
  };
}
