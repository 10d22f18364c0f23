import { CompiledQuery, sql } from 'kysely';
import { announcing } from '../platform/live.ts';
import type { Tx } from '../platform/database.ts';

type Thread = { customer_id: string; id: string };

export type FileOfMessage = { id: string; name: string; bytes: number };

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
  files: FileOfMessage[];
};

/** Messages are numbered without gaps, so a part of the thread is simply from one number to another. */
export const messagesBetween = ({ customer_id, id }: Thread, first: number, last: number): CompiledQuery<MessageRow> =>
  CompiledQuery.raw('select * from app.messages_between($1, $2, $3, $4)', [customer_id, id, first, last]);

export async function listMessages(tx: Tx, thread: Thread, first: number, last: number): Promise<MessageRow[]> {
  return (await tx.executeQuery(messagesBetween(thread, first, last))).rows;
}

/** Messages that were edited or taken back after a change, in the order it happened. */
export const changesAfter = ({ customer_id, id }: Thread, after: number, atMost: number): CompiledQuery<MessageRow> =>
  CompiledQuery.raw('select * from app.messages_changed($1, $2, $3, $4)', [customer_id, id, after, atMost]);

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

export type NewMessage = { authorId: string; fromStudent: boolean; clientId: string; body: string; pageId: string | undefined; at: Date };

/** What was sent under the client's id before. */
export type Known = { body: string; isChanged: boolean; files: { name: string; bytes: number }[] };
type Put = { place: number; is_reminded: boolean; known: null } | { place: number; is_reminded: null; known: Known };

/**
 * Stores a message under the thread's lock, with all that goes with it, and announces it on the topics; what is known under the client's
 * id is only given back. `is_reminded`: the other side has not read what came before it. A wait that it ends becomes a figure, kept until
 * `figureDue`.
 */
export async function putMessage(
  tx: Tx,
  { customer_id, id }: Thread,
  message: NewMessage,
  { figureDue, topics }: { figureDue: Date; topics: string[] },
): Promise<Put | undefined> {
  const { authorId, fromStudent, clientId, body, pageId, at } = message;
  const { rows } = await sql<Put>`
    with put as materialized (
      select * from app.put_message(${customer_id}, ${id}, ${authorId}, ${fromStudent}, ${clientId}, ${body}, ${pageId ?? null}, ${at},
        ${figureDue})),
    told as materialized (${announcing(topics, sql`(select from put where known is null) as new`)})
    select put.*, (select count(*) from told) from put`.execute(tx);
  return rows[0];
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
