import type { CompiledQuery } from 'kysely';
import { bellTimes } from '../notifications/index.ts';
import type { StoredFile } from '../platform/attached-files/receive-files.ts';
import { addDays, type Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { sending } from './message.queries.ts';
import type { Side } from './side.ts';
import type { ThreadRow, ThreadSource } from './thread.queries.ts';

export type NewDraft = { clientId: string; body: string; pageId?: string | undefined; files?: readonly StoredFile[] };
export type Writer = Pick<Side, 'name' | 'accountId'>;
/** Where the statement goes: to a transaction under way, or as one by itself. */
export type Ask = <Row>(query: CompiledQuery<Row>) => Promise<Row[]>;

/** The figure of how long a student waited is kept so long (P90D in the map). */
const figureKeptDays = 90;

export const askIn =
  (tx: Tx): Ask =>
  async (query) =>
    (await tx.executeQuery(query)).rows;

/**
 * Stores a message, tells the other side, and gives its place in the thread. The same message sent again (a double click, a retry, a
 * second tab) is the one already stored. Undefined when the writer has no such thread, or nobody is left in it.
 */
export async function sendMessage(
  { build, clock, ask }: { build: Tx; clock: Clock; ask: Ask },
  thread: ThreadSource,
  writer: Writer,
  draft: NewDraft,
): Promise<{ thread: ThreadRow; sequence: number; isNew: boolean } | undefined> {
  const at = clock.now();
  const { clientId, body, pageId, files = [] } = draft;
  const message = { authorId: writer.accountId, fromStudent: writer.name === 'student', clientId, body, pageId, files };
  const [sent] = await ask(sending(build, thread, { ...message, at, figureDue: addDays(at, figureKeptDays), ...bellTimes(at) }));
  if (!sent) return undefined;
  const { place: sequence, known } = sent;
  if (!known || known.isChanged || isSame(known, draft)) return { thread: sent, sequence, isNew: !known };
  // The same form with other words, after the browser's back button: a message of its own.
  return sendMessage({ build, clock, ask }, thread, writer, { ...draft, clientId: idOfOtherWords(draft) });
}

type Content = { body: string; files?: readonly { name: string; bytes: number }[] };

const contentOf = ({ body, files = [] }: Content): string => [body, ...files.map(({ name, bytes }) => `${name} ${bytes}`)].join('\n');
const isSame = (one: Content, other: Content): boolean => contentOf(one) === contentOf(other);

function idOfOtherWords(draft: NewDraft): string {
  return sha256(`${draft.clientId}\n${contentOf(draft)}`)
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
