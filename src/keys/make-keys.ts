import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { formatKey, newKey } from './key.ts';
import { keyHash } from './key-hash.ts';
import type { KeyOrder } from './key-order.ts';
import { insertBatch, insertKeys, takenHashes, type NewKeyRow } from './make-keys.queries.ts';

export type KeyBinding = { email: string; givenName?: string; familyName?: string };
export type NewKeys = {
  customerId: string;
  courseId: string;
  label: string;
  count: number;
  expiresAt: Date;
  /** How long the course is open after joining; as long as the account when left out. */
  accessDays?: number;
  /** The first keys are for these people; the rest are for anyone. */
  bindings?: KeyBinding[];
  /** Whose press of a button this is; without it the keys are drawn at random. */
  order?: KeyOrder;
};

// Parameters of one statement are counted in 16 bits.
const rowsPerStatement = 1_000;

/** Makes a batch of keys. They are told here and never again: only their hashes are kept. */
export async function makeKeys(tx: Tx, house: House, wanted: NewKeys): Promise<string[]> {
  const { customerId, courseId, label, count, expiresAt, accessDays = null, bindings = [], order } = wanted;
  const batchId = randomUUID();
  await insertBatch(tx, { id: batchId, customerId, courseId, label, accessDays });
  const draw = order?.draw() ?? atRandom();
  const made: string[] = [];
  while (made.length < count) {
    const drawn = await drawKeys(tx, house, draw, Math.min(rowsPerStatement, count - made.length));
    const rows = drawn.map((key, index) => rowOf(house, key, bindings[made.length + index]));
    await insertKeys(tx, { customerId, batchId, expiresAt, orderDigest: order?.digest ?? null }, rows);
    made.push(...drawn);
  }
  return made.map(formatKey);
}

export function* atRandom(): Generator<string> {
  for (;;) yield newKey();
}

/** So many keys that nobody has yet. */
export async function drawKeys(tx: Tx, house: House, draw: Generator<string>, count: number): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => draw.next().value as string);
    const taken = await takenHashes(
      tx,
      drawn.map((key) => keyHash(house.secrets, key)),
    );
    for (const key of drawn) if (!taken.has(keyHash(house.secrets, key).toString('hex'))) free.add(key);
  }
  return [...free];
}

export function rowOf(house: House, key: string, binding: KeyBinding | undefined): NewKeyRow {
  return {
    key_hash: keyHash(house.secrets, key),
    last_three: key.slice(-3),
    bound_email: binding?.email.trim().normalize('NFC').toLowerCase() ?? null,
    bound_given_name: binding?.givenName ?? null,
    bound_family_name: binding?.familyName ?? null,
  };
}
