import type { House } from '../../platform/house.ts';
import { looksSwedish } from '../../platform/mail/inbound/parse-mail.ts';
import type { InboundMail, Taken } from '../../platform/mail/inbound/take-mail.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { uuidFrom } from '../../platform/secrets.ts';
import { countTry } from '../../platform/throttle.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { findEnquiry } from '../enquiries/enquiry.queries.ts';
import { sendEnquiry } from '../enquiries/send-enquiry.ts';
import { writeBackTo } from '../enquiries/write-message.ts';
import { findWhole } from './merge.queries.ts';

const longest = 10_000;

/** A mail that answers nothing begins a case, as the form does. Its id is made from the mail's: twice is once. */
export async function openCaseByMail(house: House, { key, from, subject, body }: InboundMail): Promise<Taken> {
  const operator = await house.database.transaction({ purpose: 'answer-enquiry' }, findOperator);
  const text = body || subject;
  if (!operator || !text || text.length > longest) return 'refused';
  const language = looksSwedish(text) ? 'sv' : 'en';
  await sendEnquiry(house, operator, {
    clientId: uuidFrom(key),
    kind: 'question',
    email: from,
    language,
    subject,
    body: text,
    byMail: true,
  });
  return 'taken';
}

/**
 * An answer to a mail about a case goes on in the case, when it comes from the address that the case is with. A case that is
 * gone, or another's, is refused alike.
 */
export async function writeBackByMail(house: House, { key, from, body, replyId }: InboundMail): Promise<Taken> {
  if (!body || body.length > longest) return 'refused';
  const scope = { purpose: 'answer-enquiry', enquiryId: replyId };
  const { whole, enquiry, operator } = await house.database.transaction(scope, async (tx) => ({
    whole: await findWhole(tx, replyId),
    enquiry: await findEnquiry(tx, replyId),
    operator: await findOperator(tx),
  }));
  if (!enquiry || !operator || enquiry.email !== from) return 'refused';
  const id = whole ?? enquiry.id;
  const draft = { clientId: uuidFrom(key), body, byMail: true };
  const written = await house.database.transaction({ ...scope, enquiryId: id }, (tx) => writeBackTo(tx, house, operator, id, draft));
  return written ? 'taken' : 'refused';
}

const oneADay = { kind: 'mail not taken', tries: 1, minutes: 24 * 60 };

/** Says that the mail was not taken, and nothing of why: at most once a day to an address, so that no loop can start. */
export async function refuseMail(house: House, address: string): Promise<void> {
  const { allowed } = await countTry(house, [{ limit: oneADay, who: address }]);
  if (!allowed) return;
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const language = (await findOperator(tx))?.language ?? 'sv';
    await postMail(tx, house.clock, { to: { address }, template: 'mail-not-taken', language });
  });
}
