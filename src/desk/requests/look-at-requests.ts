import type { Tx } from '../../platform/database.ts';
import { actorOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import { insertRequestLooks, listAskerAccounts } from './requests.queries.ts';

export const fieldsOfList = ['data_request.email', 'data_request.kind', 'data_request.state'];
export const fieldsOfRequest = [...fieldsOfList, 'data_request.body', 'data_request_event.note'];

/**
 * N-60 for those who have no account too: the look is tied to the requests that were seen, and to the accounts of askers who
 * have one.
 */
export async function lookAtRequests(tx: Tx, visit: Visit, fields: string[], requestIds: string[]): Promise<void> {
  if (requestIds.length === 0) return;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId: null,
    purpose: 'answer-data-subject',
    room: 'desk',
    fields,
    subjects: await listAskerAccounts(tx, requestIds),
    others: true,
  });
  if (logId) await insertRequestLooks(tx, logId, requestIds);
}
