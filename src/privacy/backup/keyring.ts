import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import {
  hasForgotten,
  openForgotten,
  readLines,
  removeHalfWritten,
  shardsOf,
  writeLines,
  type Line,
  type Lines,
  type Shard,
} from './keyring-lines.ts';

export type { Shard } from './keyring-lines.ts';

/** What the keyring needs of the house. */
export type KeyringHouse = Pick<House, 'database' | 'secrets' | 'clock' | 'vault'>;

/**
 * Someone's place in the keyring: an account's id; `@` and a keyed digest of an address without an account; `+` and the id of a
 * customer, whose key its files and rows are sealed with; or someone at one customer: an account or address, `/` and the customer.
 */
export type Holder = string;

/** An address that has no account has a line of its own; the digest opens nothing and tells no address. */
export function holderOfAddress(house: Pick<House, 'secrets'>, address: string): Holder {
  return `@${house.secrets.digest('keyring address', address.toLowerCase()).toString('hex').slice(0, 32)}`;
}

export const holderOfCustomer = (customerId: string): Holder => `+${customerId}`;
export const holderAtCustomer = (person: Holder, customerId: string): Holder => `${person}/${customerId}`;

/** 256 small files: forgetting one person rewrites one of them, whatever the number of people. Someone at a customer lies with their own line. */
export function shardOf(holder: Holder): string {
  return holder.replace(/^[@+]/, '').slice(0, 2);
}

export const isAddress = (holder: Holder): boolean => holder.startsWith('@') && !isPair(holder);
const isCustomer = (holder: Holder): boolean => holder.startsWith('+');
export const isPair = (holder: Holder): boolean => holder.includes('/');
export const personOf = (pair: Holder): Holder => pair.slice(0, pair.indexOf('/'));
export const customerOf = (pair: Holder): string => pair.slice(pair.indexOf('/') + 1);
/** Accounts and customers are in the keyring until they are erased; the others until no backup has met them for a time. */
const isAging = (holder: Holder): boolean => isAddress(holder) || isPair(holder);

const lockNumber = 7_201_230;

/** One at a time changes the keyring, whichever process it is in. */
export function alone<Result>(house: KeyringHouse, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const lock = sql`select pg_advisory_xact_lock(${lockNumber})`.compile(house.database.build);
  return house.database.transaction(acrossCustomers('backup'), work, lock);
}

export const readShard = async (house: KeyringHouse, shard: string): Promise<Shard> => (await readLines(house, shard)).lines;

/** How far behind a line's day may be: noting every use each night would write the whole keyring anew. */
export const dayLagsDays = 7;

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Whether a line says well enough that it is in use. */
export const isFresh = (house: Pick<KeyringHouse, 'clock'>, holder: Holder, line: Line | undefined): boolean =>
  line !== undefined && (!isAging(holder) || line.day > dayOf(addDays(house.clock.now(), -dayLagsDays)));

/** Makes keys for those of one shard who have none, and notes that addresses and people at customers are still in use. */
export function ensureKeys(house: KeyringHouse, shard: string, holders: Holder[]): Promise<Shard> {
  return alone(house, async (tx) => {
    const { lines, forgotten } = await readLines(house, shard);
    const stale = holders.filter((holder) => !isFresh(house, holder, lines.get(holder)));
    const gone = stale.length > 0 ? openForgotten(house, forgotten) : new Set();
    const lacking = stale.filter((holder) => !lines.has(holder) && !gone.has(holder));
    const day = dayOf(house.clock.now());
    for (const holder of await stillHere(tx, lacking)) lines.set(holder, { key: randomBytes(32), day });
    // Whoever has no line of their own gets none at a customer either.
    const pairs = lacking.filter((holder) => isPair(holder) && lines.has(personOf(holder)));
    for (const holder of pairs) lines.set(holder, { key: randomBytes(32), day });
    const used = stale.filter((holder) => lines.has(holder));
    for (const holder of used) lines.get(holder)!.day = day;
    if (used.length > 0) await writeLines(house, shard, { lines, forgotten });
    return lines;
  });
}

/**
 * Asked of the database as it is now, not of the snapshot that is being backed up: whoever is being
 * erased meanwhile must not get a new key after their line is gone.
 */
async function stillHere(tx: Tx, holders: Holder[]): Promise<Holder[]> {
  const others = holders.filter((holder) => isAddress(holder) || isCustomer(holder));
  const accounts = holders.filter((holder) => !isPair(holder) && !others.includes(holder));
  if (accounts.length === 0) return others;
  const { rows } = await sql<{ id: string }>`select id from account where id = any(${accounts}::uuid[])
    and not exists (select from erasure where account_id = account.id)`.execute(tx);
  return [...rows.map(({ id }) => id), ...others];
}

/**
 * Removes people's lines, and those they have at customers. From here on no backup, however old, can be read about them. Who may
 * come back (an address, someone at a customer, a customer) is noted as forgotten until the next backup begins: one that is being
 * made now would otherwise give a new key to what it read before.
 */
export async function forgetKeys(house: KeyringHouse, holders: Holder[]): Promise<void> {
  const shards = [...Map.groupBy(holders, shardOf)];
  for (let first = 0; first < shards.length; first += shardsAtATime) {
    const those = shards.slice(first, first + shardsAtATime);
    await alone(house, async () => {
      const changes = await Promise.allSettled(those.map(([name, gone]) => change(house, name, (lines) => forget(lines, gone))));
      // All have ended before the lock is let go, also when one has failed.
      for (const { status, reason } of changes as PromiseRejectedResult[]) if (status === 'rejected') throw reason;
    });
  }
}

/** Someone's own line and that of their address lie in two files, which reach the disk together. */
const shardsAtATime = 4;

function forget({ lines, forgotten }: Lines, holders: Holder[]): number {
  const those = new Set(holders);
  const gone = [...lines.keys()].filter((holder) => those.has(holder) || (isPair(holder) && those.has(personOf(holder))));
  gone.forEach((holder) => lines.delete(holder));
  const noted = holders.filter((holder) => isAging(holder) || isCustomer(holder));
  noted.forEach((holder) => forgotten.added.add(holder));
  return gone.length + noted.length;
}

/** From here on no backup opens the rows and files of a customer that has been erased, nor tells who was there (Art. 28(3)(g)). */
export async function forgetCustomer(house: KeyringHouse, customerId: string): Promise<void> {
  await forgetKeys(house, [holderOfCustomer(customerId)]);
  for (const name of await shardsOf(house)) {
    await changeShard(house, name, ({ lines }) => remove(lines, (holder) => isPair(holder) && customerOf(holder) === customerId));
  }
}

/** Keys that no backup has met since `before`: every backup that used them is gone. */
export async function forgetUnused(house: KeyringHouse, before: Date): Promise<number> {
  const limit = dayOf(addDays(before, -dayLagsDays));
  let removed = 0;
  for (const name of await shardsOf(house)) {
    removed += await changeShard(house, name, ({ lines }) => remove(lines, (holder, { day }) => isAging(holder) && day < limit));
  }
  return removed;
}

/** Before a backup begins, and only while none is being made: it sees what has been erased before it. */
export async function clearForgotten(house: KeyringHouse): Promise<void> {
  for (const name of await shardsOf(house)) {
    if (!(await hasForgotten(house, name))) continue;
    await changeShard(house, name, ({ forgotten }) => {
      const size = forgotten.sealed.length + forgotten.added.size;
      forgotten.sealed = [];
      forgotten.added.clear();
      return size;
    });
  }
}

function remove(lines: Shard, which: (holder: Holder, line: Line) => boolean): number {
  const those = [...lines].filter(([holder, line]) => which(holder, line));
  those.forEach(([holder]) => lines.delete(holder));
  return those.length;
}

const changeShard = (house: KeyringHouse, name: string, which: (shard: Lines) => number): Promise<number> =>
  alone(house, () => change(house, name, which));

/** Only while nobody else changes the keyring. */
async function change(house: KeyringHouse, name: string, which: (shard: Lines) => number): Promise<number> {
  const shard = await readLines(house, name);
  const changed = which(shard);
  if (changed > 0) await writeLines(house, name, shard);
  // What a crash left half written may hold the very line that is to go. A new file takes its place.
  else await removeHalfWritten(house, name);
  return changed;
}
