import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { laterThanOthers, postMails } from '../../platform/mail/post-mail.ts';
import { beginSending, cancelSending, finishIssue, insertDeliveries, lockDueIssue } from './issue.queries.ts';

export const sendTask = 'send-newsletters';
const batch = 500;

/** From now, or from a time: the worker looks for what is due every few minutes besides. False when it is no longer a draft. */
export function sendIssue(house: House, id: string, at: Date): Promise<boolean> {
  return house.database.transaction(acrossCustomers('newsletter'), async (tx) => {
    if (!(await beginSending(tx, id, at))) return false;
    if (at <= house.clock.now()) await addJob(tx, sendTask, {}, { key: sendTask });
    return true;
  });
}

export function cancelIssue(house: House, id: string): Promise<boolean> {
  return house.database.transaction(acrossCustomers('newsletter'), (tx) => cancelSending(tx, id, house.clock.now()));
}

/** Everything that is due, part by part, each part its own transaction: broken off, it goes on where it was. */
export async function sendDueIssues(house: House): Promise<void> {
  while (await sendPart(house));
}

/** Receivers and mails are written together, so that neither can be without the other. False when nothing is due. */
function sendPart(house: House): Promise<boolean> {
  const at = house.clock.now();
  return house.database.transaction(acrossCustomers('newsletter'), async (tx) => {
    const issue = await lockDueIssue(tx, at);
    if (!issue) return false;
    const deliveries = await insertDeliveries(tx, issue, at, batch);
    await postMails(
      tx,
      house.clock,
      deliveries.map(({ mail_id: id, email: address, language, subscription_id: subscriptionId }) => ({
        id,
        to: { address },
        template: 'newsletter',
        language,
        about: { issueId: issue.id, subscriptionId },
      })),
      { priority: laterThanOthers },
    );
    if (deliveries.length < batch) await finishIssue(tx, issue.id, at);
    return true;
  });
}
