import { acrossCustomers } from '../database.ts';
import type { House } from '../house.ts';
import type { Payload } from '../jobs.ts';
import { replyMarker } from './inbound/own-words.ts';
import { guardMail, OthersDataInMail } from './guard.ts';
import type { MailTemplate } from './template.ts';
import type { MailTransport } from './transport.ts';

export type MailPost = { transport: MailTransport; templates: Record<string, MailTemplate>; from: string };

/** The one door out: every mail is made, guarded and sent here. */
export async function sendMail(
  house: House,
  post: MailPost,
  { mailId }: Payload,
  attempt: { number: number; last: boolean },
): Promise<void> {
  const waiting = await findWaiting(house, mailId ?? '');
  if (!waiting) return;
  const template = post.templates[waiting.template];
  if (!template) throw new Error(`There is no mail template "${waiting.template}".`);
  const language = waiting.language as 'sv' | 'en';
  const made = await template({
    house,
    language,
    givenName: waiting.given_name ?? '',
    accountId: waiting.account_id ?? undefined,
    about: waiting.about as Record<string, string>,
    operatorName: waiting.operator_name ?? 'Kursiv',
  });
  const to = waiting.address ?? waiting.email;
  // Nothing to say, or nobody to say it to: then not even the address is kept.
  if (!made || !to) return forget(house, waiting.id);
  // What stands above the line is the answer, whatever a mail program quotes below it.
  const above = made.replyTo ? `–– ${replyMarker[language]} ––\n\n` : '';
  const text = `${above}${made.paragraphs.join('\n\n')}\n\n${waiting.operator_name ?? 'Kursiv'}\n`;
  try {
    guardMail(`${made.subject}\n${text}`, [to, waiting.contact_email ?? '', post.from], made.others ?? []);
    await post.transport.send({ id: waiting.id, from: post.from, to, subject: made.subject, text, language, replyTo: made.replyTo });
  } catch (error) {
    return await notSent(house, waiting.id, error, attempt);
  }
  await mark(house, waiting.id, { state: 'sent', problem: null, sent_at: house.clock.now() });
}

/** A guarded mail is dead at once; a failing server is tried again until the last attempt. */
async function notSent(house: House, mailId: string, error: unknown, attempt: { number: number; last: boolean }): Promise<void> {
  const guarded = error instanceof OthersDataInMail;
  const problem = guarded ? 'would have told about someone else' : ((error as { code?: string }).code ?? 'mail server failed');
  await mark(house, mailId, { state: guarded || attempt.last ? 'dead' : 'queued', problem, attempts: attempt.number });
  if (!guarded) throw error;
}

function findWaiting(house: House, mailId: string) {
  return house.database.transaction(acrossCustomers('mail'), (tx) =>
    tx
      .selectFrom('mail')
      .leftJoin('account', 'account.id', 'mail.account_id')
      .leftJoin('operator', (join) => join.onTrue())
      .select(['mail.id', 'mail.account_id', 'mail.address', 'mail.template', 'mail.language', 'mail.about'])
      .select(['account.email', 'account.given_name', 'operator.name as operator_name', 'operator.contact_email'])
      .where('mail.id', '=', mailId)
      .where('mail.state', '=', 'queued')
      .executeTakeFirst(),
  );
}

async function mark(
  house: House,
  mailId: string,
  values: { state: string; problem: string | null; attempts?: number; sent_at?: Date },
): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), (tx) => tx.updateTable('mail').set(values).where('id', '=', mailId).execute());
}

async function forget(house: House, mailId: string): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), (tx) => tx.deleteFrom('mail').where('id', '=', mailId).execute());
}
