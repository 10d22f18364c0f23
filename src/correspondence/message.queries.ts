import { CompiledQuery, sql } from 'kysely';
import type { StoredFile } from '../platform/attached-files/receive-files.ts';
import type { Tx } from '../platform/database.ts';
import type { ListedFile } from '../ui/file-list.tsx';
import type { ThreadRow, ThreadSource } from './thread.queries.ts';

type Thread = { customer_id: string; id: string };

export type MessageRow = {
  id: string;
  sequence: number;
  author_id: string;
  from_student: boolean;
  client_id: string;
  body: string;
  sent_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  change: number | null;
  given_name: string | null;
  family_name: string | null;
  page_title: string | null;
  page_position: number | null;
  files: ListedFile[];
};

/** Messages are numbered without gaps, so a part of the thread is simply from one number to another. */
export const messagesBetween = ({ customer_id, id }: Thread, first: number, last: number): CompiledQuery<MessageRow> =>
  CompiledQuery.raw('select * from app.messages_between($1, $2, $3, $4)', [customer_id, id, first, last]);

export async function listMessages(tx: Tx, thread: Thread, first: number, last: number): Promise<MessageRow[]> {
  return (await tx.executeQuery(messagesBetween(thread, first, last))).rows;
}

/** Whether something was sent under a client's id already. */
export async function isSent(tx: Tx, { customer_id, id }: Thread, clientId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('message')
    .select('sequence')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest message of one side that has come so far. */
export async function findLastFrom(tx: Tx, { customer_id, id }: Thread, fromStudent: boolean, upTo: number): Promise<number> {
  const row = await tx
    .selectFrom('message')
    .select('sequence')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('from_student', '=', fromStudent)
    .where('sequence', '<=', upTo)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

export type NewMessage = {
  authorId: string;
  fromStudent: boolean;
  clientId: string;
  body: string;
  pageId: string | undefined;
  files: readonly StoredFile[];
  at: Date;
  /** When the figure of how long the student waited goes, if this ends a wait. */
  figureDue: Date;
  /** When the other side's bell falls silent, and when whoever has not read is reminded by mail. */
  until: Date;
  remindAt: Date;
};

/** What was sent under the client's id before. */
export type Known = { body: string; isChanged: boolean; files: { name: string; bytes: number }[] };
type Sent = ThreadRow & { place: number; known: Known | null };

/**
 * Sends a message, all in one statement: the thread as its writer reaches it, the storing, the bell of the other side, the announcing.
 * What is known under the client's id is only given back. No row: no thread, or nobody is left in it.
 */
export function sending(tx: Tx, source: ThreadSource, message: NewMessage): CompiledQuery<Sent> {
  const { authorId, fromStudent, clientId, body, pageId, at, figureDue, until, remindAt } = message;
  const files = message.files.map(({ contentKey, ...file }) => ({ ...file, contentKey: contentKey.toString('hex') }));
  return sql<Sent>`select t.*, s.place, s.known from ${source} t cross join lateral app.send_message(t.customer_id, t.id, t.course_id,
    t.student_id, ${authorId}, ${fromStudent}, ${clientId}, ${body}, ${pageId ?? null}, ${JSON.stringify(files)}, ${at}, ${figureDue},
    ${until}, ${remindAt}) s where t.has_student`.compile(tx);
}

type Own = { id: string; authorId: string; fromStudent: boolean };

/** A message that its author wrote in this thread, on this side of it. */
export function findOwn(tx: Tx, { customer_id, id }: Thread, own: Own) {
  return tx
    .selectFrom('message')
    .select(['id', 'sequence', 'body', 'sent_at', 'deleted_at'])
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('id', '=', own.id)
    .where('author_id', '=', own.authorId)
    .where('from_student', '=', own.fromStudent)
    .executeTakeFirst();
}

type Change = { body: string; page_id?: null; edited_at?: Date; deleted_at?: Date; change: number };

export async function changeMessage(tx: Tx, { customer_id, id }: Thread, messageId: string, change: Change): Promise<void> {
  await tx
    .updateTable('message')
    .set(change)
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('id', '=', messageId)
    .execute();
}
