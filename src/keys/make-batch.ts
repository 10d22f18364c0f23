import type { Tx } from '../platform/database.ts';
import { customerOf, type Visit } from '../platform/visit.ts';
import { lockOrder } from './key-order.queries.ts';
import { makeKeys, type KeyBinding } from './make-keys.ts';
import { findShownKeys, orderOf, type ShownKeys } from './shown-keys.ts';

export type NewBatch = {
  courseId: string;
  label: string;
  expiresAt: Date;
  accessDays: number | undefined;
  /** The id in the form: the same press twice makes one batch. */
  clientId: string;
};
export type WhichKeys = { count: number; bindings?: KeyBinding[] };

/** Makes a batch once for each press of the button, and tells its keys to whoever pressed. */
export async function makeBatch(
  tx: Tx,
  visit: Visit,
  batch: NewBatch,
  which: () => Promise<WhichKeys>,
): Promise<ShownKeys | 'past' | undefined> {
  const order = orderOf(visit, batch.clientId);
  await lockOrder(tx, order.digest);
  const before = await findShownKeys(tx, visit, order);
  if (before) return before;
  const { count, bindings = [] } = await which();
  if (count === 0) return undefined;
  const { courseId, label, expiresAt, accessDays } = batch;
  const wanted = { customerId: customerOf(visit).id, courseId, label, expiresAt, count, bindings, order };
  await makeKeys(tx, visit.house, { ...wanted, ...(accessDays ? { accessDays } : {}) });
  return findShownKeys(tx, visit, order);
}
