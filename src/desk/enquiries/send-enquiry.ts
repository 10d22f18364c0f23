import { randomUUID } from 'node:crypto';
import type { StoredFile } from '../../platform/attached-files/receive-files.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Operator } from '../../platform/visit.ts';
import { dueAt, idOfSending, type EnquiryKind } from './enquiry.ts';
import { startClock } from '../support/case-clock.ts';
import { insertFiles } from './enquiry-file.queries.ts';
import { insertEnquiry, insertEnquiryMessage, type NewEnquiry } from './enquiry.queries.ts';

export type Sent = Pick<NewEnquiry, 'email' | 'language' | 'name' | 'organisation' | 'peopleCount' | 'courses' | 'subject'> & {
  clientId: string;
  kind: EnquiryKind;
  body: string;
  byMail?: boolean;
  /** The enquiry's id, where its files lie already. */
  id?: string;
  files?: readonly StoredFile[];
};

/**
 * Stores what someone has written to us, with a receipt to them and a notice to the desk, in one transaction. The same
 * form pressed twice is stored once (N-11): then it is false, and the files that came are nobody's.
 */
export async function sendEnquiry(house: House, operator: Operator, sent: Sent): Promise<boolean> {
  const { body, clientId, byMail = false, id = randomUUID(), files = [], ...facts } = sent;
  const at = house.clock.now();
  const words = [sent.kind, sent.email, sent.organisation ?? '', String(sent.peopleCount ?? ''), body];
  const sendingId = idOfSending(clientId, words, files);
  return house.database.transaction({ purpose: 'answer-enquiry', leadsTo: id }, async (tx) => {
    const isNew = await insertEnquiry(tx, {
      ...facts,
      id,
      clientId: sendingId,
      at,
      dueAt: dueAt(sent.kind, at),
      clock: startClock(sent.kind, at),
    });
    if (!isNew) return false;
    if (body || files.length > 0) {
      const message = await insertEnquiryMessage(tx, { enquiryId: id, clientId: sendingId, authorId: null, body, at, byMail });
      if (message) await insertFiles(tx, { id: message, enquiryId: id, at }, files);
    }
    const { email: address, language } = sent;
    await postMail(tx, house.clock, { to: { address }, template: 'enquiry-received', language, about: { enquiryId: id } });
    await tellDesk(tx, house, operator, { id, kind: sent.kind });
    return true;
  });
}

/** A minute's wait, so that many at once become one mail. It names nobody: the desk looks where the log sees it. */
const noticeWaitSeconds = 60;

export async function tellDesk(tx: Tx, house: House, operator: Operator, { id, kind }: { id: string; kind: EnquiryKind }): Promise<void> {
  await postMail(tx, house.clock, {
    to: { address: (kind === 'dpo' ? operator.dpoEmail : operator.contactEmail).toLowerCase() },
    template: 'enquiry-waiting',
    language: operator.language,
    about: { enquiryId: id },
    waitSeconds: noticeWaitSeconds,
  });
}
