import type { StoredFile } from '../../platform/attached-files/receive-files.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Operator } from '../../platform/visit.ts';
import { dueAt, idOfSending } from './enquiry.ts';
import { insertFiles } from './enquiry-file.queries.ts';
import { insertEnquiryMessage, lockEnquiry, updateEnquiry, type EnquiryRow, takeUpAgain } from './enquiry.queries.ts';
import { clockOf, pauseClock, resumeClock, stopClock } from '../support/case-clock.ts';
import { tellDesk } from './send-enquiry.ts';

export type Draft = { clientId: string; body: string; byMail?: boolean; files?: readonly StoredFile[] };
/** `isNew` is false when the same was written before; then the files that came are nobody's. */
export type Written = { enquiry: EnquiryRow; isNew: boolean };

/** The desk answers. The sender's mail holds a secret link and nothing of the answer (N-42, N-53). */
export async function answerSender(tx: Tx, house: House, enquiryId: string, authorId: string, draft: Draft): Promise<Written | undefined> {
  const written = await write(tx, house, enquiryId, authorId, draft);
  if (!written?.isNew) return written;
  const { id, kind, email, language } = written.enquiry;
  const paused = pauseClock(clockOf(written.enquiry), written.at);
  await updateEnquiry(tx, id, {
    ...paused,
    last_sent_at: written.at,
    waiting_since: null,
    closed_at: null,
    due_at: dueAt(kind, written.at),
  });
  await postMail(tx, house.clock, { to: { address: email }, template: 'enquiry-answered', language, about: { enquiryId: id } });
  return written;
}

/** The sender goes on, also in an enquiry that was closed. Whoever waits already keeps their place in time. */
export async function writeBackTo(tx: Tx, house: House, operator: Operator, enquiryId: string, draft: Draft): Promise<Written | undefined> {
  const written = await write(tx, house, enquiryId, null, draft);
  if (!written?.isNew) return written;
  const { id, kind, waiting_since } = written.enquiry;
  const waiting = waiting_since ?? written.at;
  const clock = resumeClock(clockOf(written.enquiry), written.at);
  await updateEnquiry(tx, id, {
    ...clock,
    last_sent_at: written.at,
    waiting_since: waiting,
    closed_at: null,
    due_at: dueAt(kind, written.at),
  });
  await takeUpAgain(tx, id);
  await tellDesk(tx, house, operator, written.enquiry);
  return written;
}

/** Solved without an answer, or after it. The time the enquiry is kept begins anew. */
export async function closeEnquiryAt(tx: Tx, enquiryId: string, at: Date): Promise<EnquiryRow | undefined> {
  const enquiry = await lockEnquiry(tx, enquiryId);
  if (enquiry && !enquiry.closed_at) {
    await updateEnquiry(tx, enquiry.id, {
      ...stopClock(clockOf(enquiry)),
      waiting_since: null,
      closed_at: at,
      due_at: dueAt(enquiry.kind, at),
    });
  }
  return enquiry;
}

async function write(tx: Tx, { clock }: House, enquiryId: string, authorId: string | null, draft: Draft) {
  const { body, byMail = false, files = [] } = draft;
  const enquiry = await lockEnquiry(tx, enquiryId);
  if (!enquiry) return undefined;
  const at = clock.now();
  const clientId = idOfSending(draft.clientId, [body], files);
  const message = await insertEnquiryMessage(tx, { enquiryId, clientId, authorId, body, at, byMail });
  if (message) await insertFiles(tx, { id: message, enquiryId, at }, files);
  return { enquiry, at, isNew: message !== undefined };
}
