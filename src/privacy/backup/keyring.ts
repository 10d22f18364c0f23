import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';

/** What the keyring needs of the house. */
export type KeyringHouse = Pick<House, 'database' | 'secrets' | 'clock' | 'vault'>;

/**
 * Someone's place in the keyring: an account's id, `@` and a keyed digest of an address without an account, or `+` and the id of a
 * customer, whose key its files are sealed with.
 */
export type Holder = string;

type Line = { key: Buffer; day: string };
export type Shard = Map<Holder, Line>;

export class KeyringFault extends Error {
  override name = 'KeyringFault';
}

/** An address that has no account has a line of its own; the digest opens nothing and tells no address. */
export function holderOfAddress(house: Pick<House, 'secrets'>, address: string): Holder {
  return `@${house.secrets.digest('keyring address', address.toLowerCase()).toString('hex').slice(0, 32)}`;
}

export const holderOfCustomer = (customerId: string): Holder => `+${customerId}`;

/** 256 small files: forgetting one person rewrites one of them, whatever the number of people. */
export function shardOf(holder: Holder): string {
  return holder.replace(/^[@+]/, '').slice(0, 2);
}

export async function readShard(house: KeyringHouse, shard: string): Promise<Shard> {
  const text = await readFile(join(house.vault.keyringFolder, shard), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => readLine(house, line)));
}

function readLine(house: KeyringHouse, line: string): [Holder, Line] {
  const [holder = '', day = '', sealed = ''] = line.split('\t');
  try {
    const opened = house.secrets.open('keyring', Buffer.from(sealed, 'base64'));
    // The line's holder is sealed with the key: lines cannot be swapped.
    if (opened.subarray(32).toString('utf8') === holder) return [holder, { key: opened.subarray(0, 32), day }];
  } catch {
    // Told below: the reason is the same for every line.
  }
  throw new KeyringFault('The keyring is sealed with another SECRET than the one given, or has been changed.');
}

/** Whole or not at all: the new shard is on disk before it takes the old one's place. */
async function writeShard(house: KeyringHouse, name: string, shard: Shard): Promise<void> {
  const folder = house.vault.keyringFolder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const lines = [...shard].map(([holder, { key, day }]) => {
    const sealed = house.secrets.seal('keyring', Buffer.concat([key, Buffer.from(holder)]));
    return `${holder}\t${day}\t${sealed.toString('base64')}\n`;
  });
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(lines.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

const lockNumber = 7_201_230;

/** One at a time changes the keyring, whichever process it is in. */
function alone<Result>(house: KeyringHouse, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.database.transaction(acrossCustomers('backup'), async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(tx);
    return work(tx);
  });
}

/** Makes keys for those of one shard who have none, and notes that addresses are still in use. */
export function ensureKeys(house: KeyringHouse, shard: string, holders: Holder[]): Promise<Shard> {
  return alone(house, async (tx) => {
    const lines = await readShard(house, shard);
    const living = await stillHere(
      tx,
      holders.filter((holder) => !lines.has(holder)),
    );
    const day = house.clock.now().toISOString().slice(0, 10);
    for (const holder of living) lines.set(holder, { key: randomBytes(32), day });
    const used = holders.filter((holder) => isAddress(holder) && lines.get(holder)!.day !== day);
    for (const holder of used) lines.get(holder)!.day = day;
    if (living.length + used.length > 0) await writeShard(house, shard, lines);
    return lines;
  });
}

/**
 * Asked of the database as it is now, not of the snapshot that is being backed up: whoever is being
 * erased meanwhile must not get a new key after their line is gone.
 */
async function stillHere(tx: Tx, holders: Holder[]): Promise<Holder[]> {
  const accounts = holders.filter((holder) => !isAddress(holder) && !isCustomer(holder));
  if (accounts.length === 0) return holders;
  const { rows } = await sql<{ id: string }>`select id from account where id = any(${accounts}::uuid[])
    and not exists (select from erasure where account_id = account.id)`.execute(tx);
  return [...rows.map(({ id }) => id), ...holders.filter((holder) => isAddress(holder) || isCustomer(holder))];
}

/** Removes people's lines. From here on no backup, however old, can be read about them. */
export async function forgetKeys(house: KeyringHouse, holders: Holder[]): Promise<void> {
  if (holders.length === 0) return;
  await alone(house, async () => {
    for (const [name, those] of Map.groupBy(holders, shardOf)) {
      const lines = await readShard(house, name);
      const removed = those.filter((holder) => lines.delete(holder));
      if (removed.length > 0) await writeShard(house, name, lines);
      // What a crash left half written may hold the very line that is to go.
      await rm(join(house.vault.keyringFolder, `${name}.part`), { force: true });
    }
  });
}

/** Keys of addresses that no backup has met since `before`: every backup that used them is gone. */
export async function forgetUnusedAddresses(house: KeyringHouse, before: Date): Promise<number> {
  const names = await readdir(house.vault.keyringFolder).catch(() => []);
  const limit = before.toISOString().slice(0, 10);
  let forgotten = 0;
  for (const name of names.filter((one) => /^[0-9a-f]{2}$/.test(one))) {
    const old = [...(await readShard(house, name))].filter(([holder, { day }]) => isAddress(holder) && day < limit);
    await forgetKeys(
      house,
      old.map(([holder]) => holder),
    );
    forgotten += old.length;
  }
  return forgotten;
}

export const isAddress = (holder: Holder): boolean => holder.startsWith('@');
const isCustomer = (holder: Holder): boolean => holder.startsWith('+');
