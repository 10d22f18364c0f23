import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { discard, keepFile, type Refusal, type StoredFile } from '../../attached-files/receive-files.ts';
import { addDays } from '../../clock.ts';
import { acrossCustomers } from '../../database.ts';
import type { House } from '../../house.ts';
import { countTry } from '../../throttle.ts';
import type { Bounce } from '../bounces/read-bounce.ts';
import { insertInboundFiles } from './inbound-file.queries.ts';
import { refusalText } from './refusal-text.ts';
import { queue } from './take-mail.ts';
import { ownWords } from './own-words.ts';
import { addressOf, keyOf, looksSwedish, maxTextLength, parseMail, type AttachedFile, type ParsedMail } from './parse-mail.ts';

/** How long a row is kept; the map says the same (P30D). */
const keptDays = 30;
/** More than this from one address in an hour is two machines talking. Nothing is lost: it waits for someone to look. */
const limit = { kind: 'mail in', tries: 30, minutes: 60 };

type Row = Pick<ParsedMail, 'key' | 'from' | 'subject' | 'text' | 'replyTo'> & {
  id?: string;
  files?: readonly StoredFile[];
  state: 'waiting' | 'done' | 'dead';
  problem: string | null;
};

/** Takes a mail in for good: when this returns, it survives whatever happens. The same mail twice is one. */
export async function acceptMail(house: House, raw: Uint8Array): Promise<'new' | 'known'> {
  const mail = await parseMail(house, raw).catch(() => undefined);
  if (!mail) return store(house, { ...nothing, key: keyOf(undefined, undefined, raw), state: 'dead', problem: 'unreadable' });
  if (mail.bounce) return store(house, { ...nothing, ...waitingBounce(mail.bounce), key: mail.key });
  // Of a machine's mail only the key is kept: it has nothing to say to anyone.
  if (mail.isAutomatic) return store(house, { ...nothing, key: mail.key, state: 'done', problem: 'automatic' });
  if (!mail.from) return store(house, { ...mail, state: 'dead', problem: 'no sender' });
  const { allowed } = await countTry(house, [{ limit, who: mail.from }]);
  const words = mail.replyTo ? ownWords(mail.text) : mail.text.trim();
  const id = randomUUID();
  const { files, refused } = await keepFiles(house, id, mail.attachments);
  const language = looksSwedish(words) ? 'sv' : 'en';
  const text = [words, ...refused.map((refusal) => refusalText(refusal, language))].filter(Boolean).join('\n\n').slice(0, maxTextLength);
  const state = allowed ? ({ state: 'waiting', problem: null } as const) : ({ state: 'dead', problem: 'too many' } as const);
  const stored = await store(house, { ...mail, ...state, id, text, files });
  if (stored === 'known') await discard({ files: house.attachments, folder: id }, files);
  return stored;
}

/** Sealed before the row is written, under its id: a crash in between leaves a file that the nightly sweep takes. */
async function keepFiles(house: House, folder: string, attachments: readonly AttachedFile[]) {
  const kept = { files: [] as StoredFile[], refused: [] as Refusal[] };
  for (const { name, content } of attachments)
    await keepFile(kept, { files: house.attachments, folder }, { name, content: Readable.from([content], { objectMode: true }) });
  return kept;
}

/** Of a mail that came back only which it was and why: nothing of it is quoted. */
const waitingBounce = ({ mailId, status }: Bounce) =>
  ({ text: status, replyTo: { kind: 'bounce', id: mailId }, state: 'waiting', problem: null }) as const;

/** A mail that is too large to be read: its sender is told, nothing of it is kept. */
export function refuseLarge(house: House, from: string | undefined, messageId: string | undefined): Promise<'new' | 'known'> {
  const sender = addressOf(from);
  const key = keyOf(messageId ?? randomUUID(), sender, Buffer.alloc(0));
  return store(house, { ...nothing, key, from: sender, state: sender ? 'waiting' : 'done', problem: 'too large' });
}

const nothing = { from: undefined, subject: '', text: '', replyTo: undefined };

function store(
  house: House,
  { id = randomUUID(), files = [], key, from, subject, text, replyTo, state, problem }: Row,
): Promise<'new' | 'known'> {
  const at = house.clock.now();
  return house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('inbound_mail')
      .values({
        id,
        message_key: key,
        from_address: from ?? null,
        subject,
        body: text,
        reply_kind: replyTo?.kind ?? null,
        reply_id: replyTo?.id ?? null,
        state,
        problem,
        received_at: at,
        due_at: addDays(at, keptDays),
      })
      .onConflict((on) => on.column('message_key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return 'known';
    await insertInboundFiles(tx, id, files);
    if (state === 'waiting') await queue(tx, id);
    return 'new';
  });
}
