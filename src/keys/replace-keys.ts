import type { Tx } from '../platform/database.ts';
import { customerOf, type Visit } from '../platform/visit.ts';
import { holdReplaceable, replaceKey } from './change-keys.queries.ts';
import { keyHash } from './key-hash.ts';
import { lockOrder } from './key-order.queries.ts';
import { drawKeys } from './make-keys.ts';
import { findShownKeys, orderOf, type ShownKeys } from './shown-keys.ts';

type Replacing = { batchId: string; ids: string[]; clientId: string };

/** Puts new keys in the place of lost ones, once for each press of the button. The old ones open nothing from now on. */
export async function replaceKeys(tx: Tx, visit: Visit, { batchId, ids, clientId }: Replacing): Promise<ShownKeys | 'past' | undefined> {
  const { house } = visit;
  const customerId = customerOf(visit).id;
  const order = orderOf(visit, clientId);
  await lockOrder(tx, order.digest);
  const before = await findShownKeys(tx, visit, order);
  if (before) return before;
  const old = await holdReplaceable(tx, { customerId, batchId, ids });
  const drawn = await drawKeys(tx, house, order.draw(), old.length);
  for (const [index, id] of old.entries()) {
    const key = drawn[index]!;
    const values = { key_hash: keyHash(house.secrets, key), last_three: key.slice(-3), order_digest: order.digest };
    await replaceKey(tx, { customerId, id }, values);
  }
  return findShownKeys(tx, visit, order);
}
