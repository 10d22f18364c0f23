import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** A colleague's own replies are not there for anyone else. */
const mayUse = (accountId: string) => sql<boolean>`(shared or account_id = ${accountId})`;

const isCalled = (text: string) =>
  sql<boolean>`(${text} = '' or strpos(lower(title collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0)`;

/** To choose among while writing; others are found by their title. */
export const repliesShown = 200;

/** Those that someone may use with this in their title, and one more than are shown. */
export function listReplies(tx: Tx, { customerId, accountId }: { customerId: string; accountId: string }, text: string) {
  return tx
    .selectFrom('saved_reply')
    .select(['id', 'title', 'body', 'shared'])
    .where('customer_id', '=', customerId)
    .where(mayUse(accountId))
    .where(isCalled(text))
    .orderBy('title')
    .orderBy('id')
    .limit(repliesShown + 1)
    .execute();
}

export type ReplyRow = Awaited<ReturnType<typeof listReplies>>[number];

export const repliesPerPage = 50;
export const replyOrders = ['name', 'name-last', 'latest'] as const;
export type RepliesWanted = {
  /** Part of the title; empty for all. */
  text: string;
  order: (typeof replyOrders)[number];
  after: string | undefined;
};

/** Those that someone may use with this in their title, and one more than a page. After one that is removed the list begins anew. */
export async function listRepliesInOrder(
  tx: Tx,
  { customerId, accountId }: { customerId: string; accountId: string },
  wanted: RepliesWanted,
) {
  const by = wanted.order === 'latest' ? sql`created_at` : sql`title collate "sv-x-icu"`;
  const [comes, direction] = wanted.order === 'name' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const usable = sql`customer_id = ${customerId} and ${mayUse(accountId)}`;
  const { rows } = await sql<Omit<ReplyRow, 'body'>>`
    select id, title, shared from saved_reply
    where ${usable}
      and ${isCalled(wanted.text)}
      and coalesce((${by}, id) ${comes} (select ${by}, id from saved_reply where ${usable} and id = ${wanted.after ?? null}), true)
    order by ${by} ${direction}, id ${direction} limit ${repliesPerPage + 1}`.execute(tx);
  return rows;
}

type Found = { customerId: string; accountId: string; id: string };

export function findReply(tx: Tx, { customerId, accountId, id }: Found) {
  return tx
    .selectFrom('saved_reply')
    .select(['id', 'title', 'body', 'shared'])
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where(mayUse(accountId))
    .executeTakeFirst();
}

export type NewReply = { title: string; body: string; shared: boolean };

/** The same form sent twice is one reply. */
export async function insertReply(
  tx: Tx,
  { customerId, accountId, clientId, at }: { customerId: string; accountId: string; clientId: string; at: Date },
  reply: NewReply,
): Promise<void> {
  await tx
    .insertInto('saved_reply')
    .values({ customer_id: customerId, account_id: accountId, client_id: clientId, created_at: at, ...reply })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Whoever makes a shared reply their own again takes it over: the others lose it, and nobody else has it. */
export async function updateReply(tx: Tx, { customerId, accountId, id }: Found, reply: NewReply): Promise<void> {
  await tx
    .updateTable('saved_reply')
    .set({ ...reply, ...(reply.shared ? {} : { account_id: accountId }) })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where(mayUse(accountId))
    .execute();
}

export async function removeReply(tx: Tx, { customerId, accountId, id }: Found): Promise<void> {
  await tx.deleteFrom('saved_reply').where('customer_id', '=', customerId).where('id', '=', id).where(mayUse(accountId)).execute();
}

/** Whether someone answers students at all: a teacher who reads no correspondence has no use for replies. */
export async function readsAnyCorrespondence(
  tx: Tx,
  { customerId, accountId }: { customerId: string; accountId: string },
): Promise<boolean> {
  return (await listReadableCourses(tx, { customerId, accountId })).length > 0;
}

export function listReadableCourses(tx: Tx, { customerId, accountId }: { customerId: string; accountId: string }) {
  const shown = sql<{ shown: string[] }>`app.fields_shown(${accountId}, course.customer_id, course.id, 'staff')`.as<'shown'>(
    sql`shown(shown)`,
  );
  return tx
    .selectFrom(['course', shown])
    .select(['id', 'slug', 'title', 'shown.shown'])
    .where('customer_id', '=', customerId)
    .where(sql<boolean>`'correspondence' = any(shown.shown)`)
    .orderBy('title')
    .orderBy('id')
    .execute();
}

export const showsNames = ({ shown }: { shown: readonly string[] }): boolean =>
  shown.includes('given_name') || shown.includes('family_name');
