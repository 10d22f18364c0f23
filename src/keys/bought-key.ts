import { randomUUID } from 'node:crypto';
import { addDays } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { href } from '../routes.ts';
import { insertKeyChallenge } from './challenge.queries.ts';
import { blockKey, endEnrolmentOfKey } from './change-keys.queries.ts';
import { atRandom, drawKeys, rowOf, type KeyBinding } from './make-keys.ts';
import { insertBatch, insertKeys } from './make-keys.queries.ts';

/** A batch to which keys are added one by one, as somebody buys. */
export async function openBatch(
  tx: Tx,
  batch: { customerId: string; courseId: string; label: string; accessDays: number | null },
): Promise<string> {
  const id = randomUUID();
  await insertBatch(tx, { id, ...batch });
  return id;
}

/** One more key in a batch, for whoever has bought it. Nobody is shown its characters: the buyer comes by `linkToKey`. Gives its id. */
export async function addBoughtKey(
  tx: Tx,
  house: House,
  batch: { customerId: string; batchId: string; expiresAt: Date },
  buyer: KeyBinding,
): Promise<string> {
  const [key = ''] = await drawKeys(tx, house, atRandom(), 1);
  const [id = ''] = await insertKeys(tx, { ...batch, orderDigest: null }, [rowOf(house, key, buyer)]);
  return id;
}

/** The way in for whoever has been proved to read at the address that the key is bound to. */
export async function linkToKey(house: House, { keyId, email }: { keyId: string; email: string }): Promise<string> {
  const id = randomUUID();
  const expiresAt = addDays(house.clock.now(), 1);
  await house.database.transaction(acrossCustomers('key redemption'), (tx) => insertKeyChallenge(tx, { id, keyId, email, expiresAt }));
  return href('continueWithKey', { token: house.secrets.token('challenge', id) });
}

/** The purchase has been undone: the key opens nothing any more, and the course closes for whoever had opened it. */
export async function takeBackKey(tx: Tx, key: { customerId: string; id: string }, at: Date): Promise<void> {
  if (!(await blockKey(tx, key, at))) await endEnrolmentOfKey(tx, key, at);
}
