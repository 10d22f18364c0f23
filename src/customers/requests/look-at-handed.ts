import type { Tx } from '../../platform/database.ts';
import { customerOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import { customerAdmin } from '../customer-admin.ts';
import { insertHandedLooks, listAskers } from './requests.queries.ts';

export const fieldsOfList = ['customer_request.email', 'customer_request.kind', 'customer_request.state'];
export const fieldsOfRequest = [...fieldsOfList, 'customer_request.body', 'customer_request.note'];

/**
 * N-60 for those who have no account too: the look is tied to the requests that were seen, and to the accounts of askers who
 * have one.
 */
export async function lookAtHanded(tx: Tx, visit: Visit, fields: string[], requestIds: string[]): Promise<void> {
  if (requestIds.length === 0) return;
  const customerId = customerOf(visit).id;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: customerAdmin(visit),
    customerId,
    purpose: 'answer-data-subject',
    room: 'customers',
    fields,
    subjects: await listAskers(tx, requestIds),
    others: true,
  });
  if (logId) await insertHandedLooks(tx, customerId, logId, requestIds);
}
