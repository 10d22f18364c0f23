import type { Clock } from '../clock.ts';
import { addDays } from '../clock.ts';
import type { Tx } from '../database.ts';
import { addJob } from '../jobs.ts';
import { randomUUID } from 'node:crypto';

/** How long the record of a mail is kept; the map says the same (P30D). */
const keptDays = 30;

export type Recipient = { accountId: string } | { address: string };

/**
 * Puts a mail in the outbox in the same transaction as the act. Only ids are kept; the text is made
 * when the mail is sent, so a mail in the box never holds more than the database does.
 * `waitSeconds` is real time, since the queue keeps its own.
 */
export async function postMail(
  tx: Tx,
  clock: Clock,
  mail: { to: Recipient; template: string; language: 'sv' | 'en'; about?: Record<string, string>; waitSeconds?: number },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('mail')
    .values({
      id,
      account_id: 'accountId' in mail.to ? mail.to.accountId : null,
      address: 'address' in mail.to ? mail.to.address : null,
      template: mail.template,
      language: mail.language,
      about: JSON.stringify(mail.about ?? {}),
      created_at: clock.now(),
      due_at: addDays(clock.now(), keptDays),
    })
    .execute();
  await addJob(tx, 'send-mail', { mailId: id }, { key: `mail ${id}`, maxAttempts: 12, waitSeconds: mail.waitSeconds ?? 0 });
}
