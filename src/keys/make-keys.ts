import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { formatKey, newKey } from './key.ts';
import { keyHash } from './key-hash.ts';
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
};

// Parameters of one statement are counted in 16 bits.
const rowsPerStatement = 1_000;

/** Makes a batch of keys. They are told here and never again: only their hashes are kept. */
export async function makeKeys(tx: Tx, house: House, order: NewKeys): Promise<string[]> {
  const { customerId, courseId, label, count, expiresAt, accessDays = null, bindings = [] } = order;
  const batchId = randomUUID();
  await insertBatch(tx, { id: batchId, customerId, courseId, label, accessDays });
  const made: string[] = [];
  while (made.length < count) {
    const drawn = await drawKeys(tx, house, Math.min(rowsPerStatement, count - made.length), made);
    const rows = drawn.map((key, index) => rowOf(house, key, bindings[made.length + index]));
    await insertKeys(tx, { customerId, batchId, expiresAt }, rows);
    made.push(...drawn);
  }
  return made.map(formatKey);
}

async function drawKeys(tx: Tx, house: House, count: number, made: string[]): Promise<string[]> {
  const before = new Set(made);
  const drawn = new Set(Array.from({ length: count }, newKey).filter((key) => !before.has(key)));
  const taken = await takenHashes(
    tx,
    [...drawn].map((key) => keyHash(house.secrets, key)),
  );
  return [...drawn].filter((key) => !taken.has(keyHash(house.secrets, key).toString('hex')));
}

function rowOf(house: House, key: string, binding: KeyBinding | undefined): NewKeyRow {
  return {
    key_hash: keyHash(house.secrets, key),
    last_three: key.slice(-3),
    bound_email: binding?.email.trim().normalize('NFC').toLowerCase() ?? null,
    bound_given_name: binding?.givenName ?? null,
    bound_family_name: binding?.familyName ?? null,
  };
}
