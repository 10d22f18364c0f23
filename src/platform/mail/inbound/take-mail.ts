import { discard, type StoredFile } from '../../attached-files/receive-files.ts';
import { acrossCustomers, type Tx } from '../../database.ts';
import type { House } from '../../house.ts';
import { addJob, type Payload } from '../../jobs.ts';
import { deleteInboundFiles, listInboundFiles } from './inbound-file.queries.ts';
import type { ReplyKind } from './reply-address.ts';

/**
 * A mail as the rooms get it. `key` names it for good: what they do with it twice is done once. A room that takes its files
 * makes copies of them, from the folder that bears the mail's id: these go when the mail is done.
 */
export type InboundMail = {
  id: string;
  key: Buffer;
  from: string;
  subject: string;
  body: string;
  replyId: string;
  files: readonly StoredFile[];
};
export type Taken = 'taken' | 'refused';
/** What becomes of a mail: a room for each kind of answer, one for mail that answers nothing, and the polite refusal. */
export type MailTakers = Record<ReplyKind | 'new', (house: House, mail: InboundMail) => Promise<Taken>> & {
  refuse(house: House, address: string): Promise<void>;
};

export async function takeMail(
  house: House,
  takers: MailTakers,
  { mailId = '' }: Payload,
  attempt: { number: number; last: boolean },
): Promise<void> {
  const mail = await findWaiting(house, mailId);
  if (!mail) return;
  try {
    const from = mail.from_address ?? '';
    const files = await house.database.transaction(acrossCustomers('mail'), (tx) => listInboundFiles(tx, mailId));
    const taken = mail.problem
      ? 'refused'
      : await takers[kindOf(mail.reply_kind)](house, {
          id: mailId,
          key: mail.message_key,
          from,
          subject: mail.subject,
          body: mail.body,
          replyId: mail.reply_id ?? '',
          files,
        });
    if (taken === 'refused') await takers.refuse(house, from);
    await markDone(house, mailId, taken);
    await discard({ files: house.attachments, folder: mailId }, files);
  } catch (error) {
    await markFailed(house, mailId, attempt);
    throw error;
  }
}

const replyKinds: readonly string[] = ['case', 'correspondence', 'bounce'] satisfies ReplyKind[];
const kindOf = (kind: string | null): ReplyKind | 'new' => (kind && replyKinds.includes(kind) ? (kind as ReplyKind) : 'new');

function findWaiting(house: House, mailId: string) {
  return house.database.transaction(acrossCustomers('mail'), (tx) =>
    tx
      .selectFrom('inbound_mail')
      .select(['message_key', 'from_address', 'subject', 'body', 'reply_kind', 'reply_id', 'problem'])
      .where('id', '=', mailId)
      .where('state', '=', 'waiting')
      .executeTakeFirst(),
  );
}

/** What was said is in its case or thread now, or was refused: of the mail only its key is left. */
async function markDone(house: House, mailId: string, taken: Taken): Promise<void> {
  const emptied = { from_address: null, subject: '', body: '', reply_id: null };
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    await deleteInboundFiles(tx, mailId);
    await tx
      .updateTable('inbound_mail')
      .set({ ...emptied, state: 'done', problem: taken === 'refused' ? 'refused' : null, handled_at: house.clock.now() })
      .where('id', '=', mailId)
      .execute();
  });
}

async function markFailed(house: House, mailId: string, { number, last }: { number: number; last: boolean }): Promise<void> {
  const values = { attempts: number, ...(last ? { state: 'dead', problem: 'failed' } : {}) };
  await house.database.transaction(acrossCustomers('mail'), (tx) =>
    tx.updateTable('inbound_mail').set(values).where('id', '=', mailId).execute(),
  );
}

/** How many mails nobody could take, for whoever looks after the desk; never what they say. */
export function countDeadMail(house: House): Promise<number> {
  return house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const { dead } = await tx
      .selectFrom('inbound_mail')
      .select((count) => count.fn.countAll<number>().as('dead'))
      .where('state', '=', 'dead')
      .executeTakeFirstOrThrow();
    return dead;
  });
}

/** Whatever waits has a job again, also after a restore, which brings the rows back but not the queue. */
export async function takeUpWaiting(house: House): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const waiting = await tx.selectFrom('inbound_mail').select('id').where('state', '=', 'waiting').execute();
    for (const { id } of waiting) await queue(tx, id);
  });
}

/** Tries every mail that has a sender, or that came back, once more. */
export async function tryDeadMailAgain(house: House): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const again = await tx
      .updateTable('inbound_mail')
      .set({ state: 'waiting', problem: null, attempts: 0 })
      .where('state', '=', 'dead')
      .where((where) => where.or([where('from_address', 'is not', null), where('reply_kind', '=', 'bounce')]))
      .returning('id')
      .execute();
    for (const { id } of again) await queue(tx, id);
  });
}

export const queue = (tx: Tx, id: string): Promise<void> =>
  addJob(tx, 'take-mail', { mailId: id }, { key: `mail in ${id}`, maxAttempts: 12 });
