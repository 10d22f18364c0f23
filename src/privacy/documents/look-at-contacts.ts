import type { Purpose } from '../../../data-map/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Scope, Tx } from '../../platform/database.ts';
import { actorOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../look-log/record-look.ts';
import type { Controller } from './controller.ts';
import { findControllers, insertContactLooks, listContactsSeen } from './controller.queries.ts';

const fields = ['customer_contact.name', 'customer_contact.email', 'customer_contact.phone'];

/** Who looks, and where: at a customer of one's own, or at the operator's desk (no customer). */
type LookAt = { actorId: string; customerId: string | null; purpose: Purpose };

/** N-60: those who are reached at these contact details are told that someone has seen them. The row is there before the answer leaves. */
export async function recordContactLook(tx: Tx, clock: Clock, look: LookAt, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  const room = look.customerId ? 'customers' : 'desk';
  const logId = await recordLook(tx, clock, { ...look, room, fields, subjects: [], others: true });
  if (logId) await insertContactLooks(tx, logId, contactIds);
}

/**
 * A customer as controller, for someone who looks after it. What students and others are told by duty before they join is read by
 * `controllerOf` and noted by nobody: it would be a log of who has read about their own rights (756).
 */
export function controllerSeen(
  visit: Visit,
  customerId: string,
  scope: Scope,
  at: 'own customer' | 'desk',
): Promise<Controller | undefined> {
  const { accountId: actorId } = actorOf(visit);
  return visit.house.database.transaction({ ...scope, accountId: actorId }, async (tx) => {
    const [found] = await findControllers(tx, [customerId]);
    const look = { actorId, customerId: at === 'desk' ? null : customerId, purpose: 'administer-customer' } as const;
    await recordContactLook(tx, visit.house.clock, look, await listContactsSeen(tx, customerId, actorId));
    return found;
  });
}
