import { copyFiles } from '../platform/attached-files/copy-files.ts';
import { discard } from '../platform/attached-files/receive-files.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import type { InboundMail, Taken } from '../platform/mail/inbound/take-mail.ts';
import { uuidFrom } from '../platform/secrets.ts';
import { findReplyAddress, type ReplyAddressRow } from './reply-address.queries.ts';
import { askIn, sendMessage } from './send-message.ts';
import { ownThread, threadToAnswer } from './thread.queries.ts';

const longest = 10_000;

/**
 * An answer by mail becomes a message, as the person whom the secret address was sent to and only when the mail comes from
 * that person's own address. The message's id is made from the mail's: the same mail twice is one message. Who may is asked
 * of the thread, as on its page: whoever has left the course, or was erased, is refused like any stranger.
 */
export async function answerByMail(house: House, mail: InboundMail): Promise<Taken> {
  const address = await house.database.transaction(acrossCustomers('mail'), (tx) => findReplyAddress(tx, mail.replyId, house.clock.now()));
  if (!address || address.email?.toLowerCase() !== mail.from) return 'refused';
  if ((!mail.body && mail.files.length === 0) || mail.body.length > longest) return 'refused';
  const name = address.student_id === address.account_id ? 'student' : 'administrator';
  const { customer_id: customerId, account_id: accountId } = address;
  const scope = { purpose: 'correspond', accountId, customerId, staffOf: name === 'administrator' ? customerId : undefined };
  const keeping = { files: house.attachments, folder: customerId };
  const files = await copyFiles(house.attachments, mail.id, mail.files, customerId);
  let isNew = false;
  try {
    return await house.database.transaction(scope, async (tx) => {
      const thread = name === 'student' ? ownThread(own(address)) : threadToAnswer(theirs(address));
      const draft = { clientId: uuidFrom(mail.key), body: mail.body, files };
      const sent = await sendMessage({ build: tx, clock: house.clock, ask: askIn(tx) }, thread, { name, accountId }, draft);
      isNew = sent?.isNew ?? false;
      return sent ? 'taken' : 'refused';
    });
  } catch (error) {
    isNew = false;
    throw error;
  } finally {
    if (!isNew) await discard(keeping, files);
  }
}

const own = ({ account_id: accountId, customer_id: customerId, course }: ReplyAddressRow) => ({ accountId, customerId, course });
const theirs = ({ account_id: accountId, customer_id: customerId, correspondence_id: thread }: ReplyAddressRow) => ({
  accountId,
  customerId,
  thread,
});
