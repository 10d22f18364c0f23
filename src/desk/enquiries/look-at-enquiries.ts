import type { Tx } from '../../platform/database.ts';
import { actorOf, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import type { Desk } from './enquiry.ts';
import { insertEnquiryLooks, listSenderAccounts } from './inbox.queries.ts';

export const fieldsOfInbox = ['enquiry.kind', 'enquiry.email', 'enquiry.organisation', 'enquiry.subject', 'enquiry.last_sent_at'];
export const fieldsOfEnquiry = [
  ...fieldsOfInbox,
  'enquiry.name',
  'enquiry.people_count',
  'enquiry.courses',
  'enquiry_message.body',
  'enquiry_message.sent_at',
  'enquiry_file.name',
];
export const fieldsOfFile = ['enquiry_file.name', 'enquiry_file.type'];

/**
 * N-60 for those who have no account too: the look is tied to the enquiries that were seen, and to the accounts of
 * senders who have one.
 */
export async function lookAtEnquiries(tx: Tx, visit: Visit, desk: Desk, fields: string[], enquiryIds: string[]): Promise<void> {
  if (enquiryIds.length === 0) return;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId: null,
    purpose: desk === 'dpo' ? 'answer-data-subject' : 'answer-enquiry',
    room: 'desk',
    fields,
    subjects: await listSenderAccounts(tx, enquiryIds),
    others: true,
  });
  if (logId) await insertEnquiryLooks(tx, logId, enquiryIds);
}
