import type { Tx } from '../platform/database.ts';
import { actorOf, customerOf, type Visit } from '../platform/visit.ts';
import { formatKey } from './key.ts';
import { keyHash } from './key-hash.ts';
import { keyOrder, type KeyOrder } from './key-order.ts';
import { listKeysOfOrder, type OrderedKeyRow } from './key-order.queries.ts';
import { recordKeyLook } from './record-key-look.ts';

/** How long after they were made keys can be shown again to the page that made them. */
const shownMs = 60 * 60_000;

export type ShownKey = { id: string; key: string; name: string; email: string };
export type ShownKeys = { batch: { id: string; label: string; course: string; expiresAt: Date }; keys: ShownKey[] };

export const orderOf = (visit: Visit, clientId: string): KeyOrder =>
  keyOrder(visit.house.secrets, { customerId: customerOf(visit).id, accountId: actorOf(visit).accountId, clientId });

/** The keys that an order made, in plain: undefined when it made none, 'past' when their hour is over. */
export async function findShownKeys(tx: Tx, visit: Visit, order: KeyOrder): Promise<ShownKeys | 'past' | undefined> {
  const rows = await listKeysOfOrder(tx, actorOf(visit).accountId, customerOf(visit).id, order.digest);
  const first = rows[0];
  if (!first) return undefined;
  if (visit.house.clock.now().getTime() - first.created_at.getTime() > shownMs) return 'past';
  const keys = drawnAgain(visit, order, rows);
  await recordKeyLook(
    tx,
    visit,
    rows.filter(({ bound_email }) => bound_email !== null).map(({ id }) => id),
  );
  return { batch: { id: first.batch_id, label: first.label, course: first.course_title, expiresAt: first.expires_at }, keys };
}

function drawnAgain(visit: Visit, order: KeyOrder, rows: OrderedKeyRow[]): ShownKey[] {
  const byHash = new Map(rows.map((row) => [row.key_hash.toString('hex'), row]));
  const keys: ShownKey[] = [];
  let turns = rows.length * 2 + 100; // a row that has been anonymised since is never drawn again
  for (const key of order.draw()) {
    const row = byHash.get(keyHash(visit.house.secrets, key).toString('hex'));
    if (row) keys.push({ id: row.id, key: formatKey(key), name: nameOn(row), email: row.bound_email ?? '' });
    if (keys.length === rows.length || --turns === 0) break;
  }
  return keys;
}

export const nameOn = (row: { bound_given_name: string | null; bound_family_name: string | null }): string =>
  `${row.bound_given_name ?? ''} ${row.bound_family_name ?? ''}`.trim();
