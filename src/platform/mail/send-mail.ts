import { acrossCustomers } from '../database.ts';
import type { House } from '../house.ts';
import type { Payload } from '../jobs.ts';
import { tellAll, type TellUndelivered } from './bounces/take-bounce.ts';
import { replyAddress } from './inbound/reply-address.ts';
import { replyMarker } from './inbound/own-words.ts';
import { guardMail, OthersDataInMail } from './guard.ts';
import { isRefusedForGood, knowsNoSuchAddress } from './refusal.ts';
import type { MailTemplate } from './template.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';

export type MailPost = {
  transport: MailTransport;
  templates: Record<string, MailTemplate>;
  from: string;
  /** Told of a mail whose address the mail server says does not exist. */
  tellUndelivered?: TellUndelivered;
};

/**
 * The one door out: every mail is made, guarded and sent here. A mail server that takes a mail and is lost before it says
 * so gets it once more under the same Message-ID: SMTP itself can promise no more than that.
 */
export async function sendMail(
  house: House,
  post: MailPost,
  { mailId }: Payload,
  attempt: { number: number; last: boolean },
): Promise<void> {
  const waiting = await findWaiting(house, mailId ?? '');
  if (!waiting) return;
  let mail: OutgoingMail | undefined;
  try {
    mail = await makeMail(house, post, waiting);
    if (mail) await post.transport.send(mail);
  } catch (error) {
    return await notSent(house, post, { waiting, address: mail?.to, error, attempt });
  }
  // Nothing to say, or nobody to say it to: then not even the address is kept.
  if (!mail) return forget(house, waiting.id);
  await mark(house, waiting.id, { state: 'sent', problem: null, sent_at: house.clock.now() });
}

async function makeMail(house: House, post: MailPost, waiting: Waiting): Promise<OutgoingMail | undefined> {
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
  if (!made || !to) return undefined;
  const { subject, paragraphs, others = [], html, headers, replyTo } = made;
  // What stands above the line is the answer, whatever a mail program quotes below it.
  const above = replyTo ? `–– ${replyMarker[language]} ––\n\n` : '';
  const text = `${above}${paragraphs.join('\n\n')}\n\n${waiting.operator_name ?? 'Kursiv'}\n`;
  const whole = [subject, text, html ?? '', ...Object.values(headers ?? {})].join('\n');
  guardMail(whole, [to, waiting.contact_email ?? '', post.from], others);
  const returnTo = replyAddress(house, { kind: 'bounce', id: waiting.id });
  return { id: waiting.id, from: post.from, to, subject, text, html, language, headers, replyTo, returnTo };
}

type Failure = { waiting: Waiting; address: string | undefined; error: unknown; attempt: { number: number; last: boolean } };

/** A guarded mail, and one that is refused for good, is dead at once; a failing server is tried again until the last attempt. */
async function notSent(house: House, post: MailPost, { waiting, address, error, attempt }: Failure): Promise<void> {
  const forGood = error instanceof OthersDataInMail || isRefusedForGood(error);
  await mark(house, waiting.id, {
    state: forGood || attempt.last ? 'dead' : 'queued',
    problem: problemWith(error),
    attempts: attempt.number,
  });
  if (address && post.tellUndelivered && knowsNoSuchAddress(error)) await refusedAtOnce(house, post.tellUndelivered, { waiting, address });
  if (!forGood) throw error;
}

/** As if it had come back for want of such a mailbox (RFC 3463: 5.1.1). */
function refusedAtOnce(
  house: House,
  tell: TellUndelivered,
  { waiting, address }: Pick<Failure, 'waiting'> & { address: string },
): Promise<void> {
  const { account_id: accountId, template, about } = waiting;
  const returned = { address, accountId, template, about: about as Record<string, string>, status: '5.1.1', isOver: true };
  return house.database.transaction(acrossCustomers('mail'), (tx) => tellAll(tx, house, returned, tell));
}

/** A kind of problem and never the server's own words: they quote addresses. */
function problemWith(error: unknown): string {
  if (error instanceof OthersDataInMail) return 'would have told about someone else';
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode) return `refused ${responseCode}`;
  return code ?? 'mail server failed';
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

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

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
