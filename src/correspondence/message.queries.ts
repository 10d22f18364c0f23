import type { Tx } from '../platform/database.ts';

type Thread = { customer_id: string; id: string };

/** Messages are numbered without gaps, so a part of the thread is simply from one number to another. */
export function listMessages(tx: Tx, { customer_id, id }: Thread, from: number, to: number) {
  return tx
    .selectFrom('message as m')
    .leftJoin('account as a', 'a.id', 'm.author_id')
    .select(['m.id', 'm.sequence', 'm.author_id', 'm.from_student', 'm.client_id', 'm.body', 'm.sent_at', 'm.deleted_at'])
    .select(['a.given_name', 'a.family_name'])
    .where('m.customer_id', '=', customer_id)
    .where('m.correspondence_id', '=', id)
    .where('m.sequence', '>=', from)
    .where('m.sequence', '<=', to)
    .orderBy('m.sequence')
    .execute();
}

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

export async function listRemoved(tx: Tx, { customer_id, id }: Thread): Promise<number[]> {
  const rows = await tx
    .selectFrom('message')
    .select('sequence')
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('deleted_at', 'is not', null)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence }) => sequence);
}

export function findSent(tx: Tx, { customer_id, id }: Thread, clientId: string) {
  return tx
    .selectFrom('message')
    .select(['sequence', 'body', 'deleted_at'])
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('client_id', '=', clientId)
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

export type NewMessage = { sequence: number; authorId: string; fromStudent: boolean; clientId: string; body: string; at: Date };

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
      sent_at: message.at,
    })
    .execute();
}

/** Empties a message that the author wrote in this thread; undefined when there is no such message. */
export function emptyMessage(tx: Tx, { customer_id, id }: Thread, message: { id: string; authorId: string; at: Date }) {
  return tx
    .updateTable('message')
    .set((old) => ({ body: '', deleted_at: old.fn.coalesce('deleted_at', old.val(message.at)) }))
    .where('customer_id', '=', customer_id)
    .where('correspondence_id', '=', id)
    .where('id', '=', message.id)
    .where('author_id', '=', message.authorId)
    .where('from_student', '=', true)
    .returning('sequence')
    .executeTakeFirst();
}
