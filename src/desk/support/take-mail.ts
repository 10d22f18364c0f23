import { randomUUID } from 'node:crypto';
import { copyFiles } from '../../platform/attached-files/copy-files.ts';
import { discard, type StoredFile } from '../../platform/attached-files/receive-files.ts';
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
export async function openCaseByMail(house: House, mail: InboundMail): Promise<Taken> {
  const { key, from, subject, body } = mail;
  const operator = await house.database.transaction({ purpose: 'answer-enquiry' }, findOperator);
  const text = body || subject;
  if (!operator || (!text && mail.files.length === 0) || text.length > longest) return 'refused';
  const language = looksSwedish(text) ? 'sv' : 'en';
  const id = randomUUID();
  const written = { clientId: uuidFrom(key), kind: 'question', email: from, language, subject, body: text, byMail: true } as const;
  await withCopies(house, mail, id, (files) => sendEnquiry(house, operator, { ...written, id, files }));
  return 'taken';
}

/**
 * An answer to a mail about a case goes on in the case, when it comes from the address that the case is with. A case that is
 * gone, or another's, is refused alike.
 */
export async function writeBackByMail(house: House, mail: InboundMail): Promise<Taken> {
  const { key, from, body, replyId } = mail;
  if ((!body && mail.files.length === 0) || body.length > longest) return 'refused';
  const scope = { purpose: 'answer-enquiry', leadsTo: replyId };
  const { whole, enquiry, operator } = await house.database.transaction(scope, async (tx) => ({
    whole: await findWhole(tx, replyId),
    enquiry: await findEnquiry(tx, replyId),
    operator: await findOperator(tx),
  }));
  if (!enquiry || !operator || enquiry.email !== from) return 'refused';
  const id = whole ?? enquiry.id;
  const draft = { clientId: uuidFrom(key), body, byMail: true };
  let isThere = false;
  await withCopies(house, mail, id, async (files) => {
    const written = await house.database.transaction({ ...scope, leadsTo: id }, (tx) =>
      writeBackTo(tx, house, operator, id, { ...draft, files }),
    );
    isThere = written !== undefined;
    return written?.isNew ?? false;
  });
  return isThere ? 'taken' : 'refused';
}

/** The mail's files in the folder of the case; gone again if nothing came of it. */
async function withCopies(house: House, { id, files }: InboundMail, folder: string, write: (files: StoredFile[]) => Promise<boolean>) {
  const copies = await copyFiles(house.attachments, id, files, folder);
  let isNew = false;
  try {
    isNew = await write(copies);
  } finally {
    if (!isNew) await discard({ files: house.attachments, folder }, copies);
  }
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
