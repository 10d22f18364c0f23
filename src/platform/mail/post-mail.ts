import type { Clock } from '../clock.ts';
import { addDays } from '../clock.ts';
import type { Tx } from '../database.ts';
import { addingJobs, addJobs } from '../jobs.ts';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

/** How long the record of a mail is kept; the map says the same (P30D). */
const keptDays = 30;

/** The queue waits e^n seconds after try n: twelve tries are spread over more than a day. */
export const mailAttempts = 12;

export type Recipient = { accountId: string } | { address: string };
export type NewMail = { to: Recipient; template: string; language: 'sv' | 'en'; about?: Record<string, string>; id?: string };

/** Mail to many goes after mail that someone waits for. */
export const laterThanOthers = 10;

/**
 * Puts a mail in the outbox in the same transaction as the act. Only ids are kept; the text is made
 * when the mail is sent, so a mail in the box never holds more than the database does.
 * `waitSeconds` is real time, since the queue keeps its own.
 */
export async function postMail(tx: Tx, clock: Clock, mail: NewMail & { waitSeconds?: number }): Promise<void> {
  await postMails(tx, clock, [mail], { waitSeconds: mail.waitSeconds ?? 0 });
}

/** Many mails, and the jobs that send them, in one statement, however many they are. Gives their ids in the order of the mails. */
export async function postMails(
  tx: Tx,
  clock: Clock,
  mails: readonly NewMail[],
  options: { waitSeconds?: number; priority?: number } = {},
): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(({ to, template, language, about = {}, id = randomUUID() }) => ({
    id,
    account_id: 'accountId' in to ? to.accountId : null,
    address: 'address' in to ? to.address : null,
    template,
    language,
    about: JSON.stringify(about),
    created_at: clock.now(),
    due_at: addDays(clock.now(), keptDays),
  }));
  await sql`with kept as (${tx.insertInto('mail').values(rows)}) ${addingJobs('send-mail', rows.map(jobOf), { maxAttempts: mailAttempts, ...options })}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

const jobOf = ({ id }: { id: string }) => ({ key: `mail ${id}`, payload: { mailId: id } });

/** The jobs that send these mails: one a mail, known by its id. */
export async function queueMails(tx: Tx, ids: readonly string[], options: { waitSeconds?: number; priority?: number } = {}): Promise<void> {
  await addJobs(
    tx,
    'send-mail',
    ids.map((id) => jobOf({ id })),
    { maxAttempts: mailAttempts, ...options },
  );
}
