import { randomUUID } from 'node:crypto';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { removeOutboxFiles } from '../../privacy/index.ts';
import { listFileKeys } from '../enquiries/enquiry-file.queries.ts';
import { deskMails } from '../mails.ts';
import {
  deleteInboundMail,
  deleteSentFrom,
  deleteMailsAbout,
  deleteRemovalsOf,
  findRemovalAddress,
  insertRemoval,
  listSent,
  type SentRow,
} from './removal.queries.ts';

/**
 * Asks the address itself (N-12, N-41). The row and the mail are made whether or not there is anything to remove, so the
 * answer and its time tell nothing; the mail leaves only when there is.
 */
export async function askAddress(house: House, email: string, language: 'sv' | 'en'): Promise<void> {
  const id = randomUUID();
  const at = house.clock.now();
  await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    await insertRemoval(tx, { id, email, at, expiresAt: addDays(at, 1) });
    await postMail(tx, house.clock, { to: { address: email }, template: 'remove-enquiries', language, about: { challengeId: id } });
  });
}

/** What the link would remove; undefined when the link is no longer one. */
export async function sentByLink(house: House, token: string): Promise<SentRow[] | undefined> {
  const id = house.secrets.readToken('challenge', token);
  if (!id) return undefined;
  return house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const email = await findRemovalAddress(tx, id, house.clock.now());
    return email === undefined ? undefined : listSent(tx, email);
  });
}

/**
 * Removes everything the address has sent us, what we answered, the files of both, every mail about it, and the request itself. False when
 * the link is no longer one. Files of a mail that is just being written go with the nightly sweep.
 */
export async function removeByLink(house: House, token: string): Promise<boolean> {
  const id = house.secrets.readToken('challenge', token);
  if (!id) return false;
  const gone = await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const email = await findRemovalAddress(tx, id, house.clock.now());
    if (email === undefined) return undefined;
    const files = await listFileKeys(tx, email);
    const mails = await deleteMailsAbout(tx, email, Object.keys(deskMails));
    await deleteSentFrom(tx, email);
    await deleteInboundMail(tx, email);
    await deleteRemovalsOf(tx, email);
    return { mails, files };
  });
  if (!gone) return false;
  await removeOutboxFiles(house, gone.mails);
  for (const key of gone.files) await house.attachments.remove(key);
  return true;
}
