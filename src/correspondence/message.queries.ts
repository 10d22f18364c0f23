import { sql, type InferResult } from 'kysely';
import { seenPeople } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';

type Thread = { customer_id: string; id: string };

export type FileOfMessage = { id: string; name: string; bytes: number };

const filesOfMessage = sql<FileOfMessage[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.place)
  from attachment f where f.customer_id = m.customer_id and f.correspondence_id = m.correspondence_id and f.message_sequence = m.sequence), '[]')`;

const messagesOf = (tx: Tx, { customer_id, id }: Thread) =>
  tx
    .selectFrom('message as m')
    .leftJoin(seenPeople('a', customer_id), 'a.id', 'm.author_id')
    .leftJoin('course_page as p', (join) => join.onRef('p.customer_id', '=', 'm.customer_id').onRef('p.id', '=', 'm.page_id'))
    .select(['m.id', 'm.sequence', 'm.author_id', 'm.from_student', 'm.client_id', 'm.body', 'm.sent_at', 'm.edited_at', 'm.deleted_at'])
    .select(['m.change', 'a.given_name', 'a.family_name', 'p.title as page_title', 'p.position as page_position'])
    .select(filesOfMessage.as('files'))
    .where('m.customer_id', '=', customer_id)
    .where('m.correspondence_id', '=', id);

/** Messages are numbered without gaps, so a part of the thread is simply from one number to another. */
export const messagesBetween = (tx: Tx, thread: Thread, from: number, to: number) =>
  messagesOf(tx, thread).where('m.sequence', '>=', from).where('m.sequence', '<=', to).orderBy('m.sequence');
export const listMessages = (tx: Tx, thread: Thread, from: number, to: number) => messagesBetween(tx, thread, from, to).execute();

export type MessageRow = InferResult<ReturnType<typeof messagesBetween>>[number];

/** Messages that were edited or taken back after a change, in the order it happened. */
export const changesAfter = (tx: Tx, thread: Thread, after: number, atMost: number) =>
  messagesOf(tx, thread).where('m.change', '>', after).orderBy('m.change').limit(atMost);

/** What was sent under a client's id; `files` tells its files apart from others of other names or sizes. */
export function findSent(tx: Tx, { customer_id, id }: Thread, clientId: string) {
  return tx
    .selectFrom('message as m')
    .select(['m.id', 'm.sequence', 'm.body', 'm.deleted_at', 'm.edited_at'])
    .select(filesOfMessage.as('files'))
    .where('m.customer_id', '=', customer_id)
    .where('m.correspondence_id', '=', id)
    .where('m.client_id', '=', clientId)
    .executeTakeFirst();
}

export async function hasMessageAfter(tx: Tx, { customer_id, id }: Thread, fromStudent: boolean, sequence: number): Promise<boolean> {
  const row = await tx
    .selectFrom('message')
    .select('sequence')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('from_student', '=', fromStudent)
    .where('sequence', '>', sequence)
    .limit(1)
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
  sequence: number;
  authorId: string;
  fromStudent: boolean;
  clientId: string;
  body: string;
  pageId: string | undefined;
  at: Date;
};

export async function insertMessage(tx: Tx, { customer_id, id }: Thread, message: NewMessage): Promise<void> {
  await tx
    .insertInto('message')
    .values({
      customer_id,
      correspondence_id: id,
      sequence: message.sequence,
      author_id: message.authorId,
      from_student: message.fromStudent,
      client_id: message.clientId,
      body: message.body,
      page_id: message.pageId ?? null,
      sent_at: message.at,
    })
    .execute();
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
