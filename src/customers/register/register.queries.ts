import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export const customersPerPage = 50;
export const customerKinds = ['school', 'municipality', 'library', 'company', 'private', 'shop'] as const;
export type CustomerKind = (typeof customerKinds)[number];
export const states = ['running', 'noticed', 'coming', 'ended', 'none'] as const;
export type ListedState = (typeof states)[number];

export type Wanted = {
  text: string;
  kind: CustomerKind | undefined;
  state: ListedState | undefined;
  order: 'name' | 'end';
  after: string | undefined;
};

/** By the newest agreement of the customer; the same words as agreementState. */
const state = sql<ListedState>`case when a.id is null then 'none' when a.ends_at <= app.now() then 'ended'
  when a.starts_at > app.now() then 'coming' when a.noticed_at is not null then 'noticed' else 'running' end`;
const name = sql`c.name collate "sv-x-icu"`;
const end = sql`coalesce(c.ended_at, 'infinity')`;

/** One page of customers in Swedish order, and one more. */
export function listCustomers(tx: Tx, { text, kind, state: only, order, after }: Wanted) {
  const place = (columns: RawBuilder<unknown>) =>
    sql<boolean>`(${columns}) > (select ${order === 'end' ? sql`${end}, ` : sql``}${name}, c.id from customer c where c.id = ${after ?? null})`;
  const listed = tx
    .selectFrom('customer as c')
    .leftJoinLateral(
      (from) => from.selectFrom('agreement').selectAll().whereRef('customer_id', '=', 'c.id').orderBy('number', 'desc').limit(1).as('a'),
      (on) => on.onTrue(),
    )
    .select(['c.id', 'c.name', 'c.slug', 'c.ended_at', state.as('state'), sql<CustomerKind>`c.kind`.as('kind')])
    .$if(text !== '', (query) => query.where(sql<boolean>`(${holds(text)})`))
    .$if(kind !== undefined, (query) => query.where('c.kind', '=', kind!))
    .$if(only !== undefined, (query) => query.where(state, '=', only!))
    .$if(after !== undefined, (query) => query.where(place(order === 'end' ? sql`${end}, ${name}, c.id` : sql`${name}, c.id`)))
    .$if(order === 'end', (query) => query.orderBy(end))
    .orderBy(name)
    .orderBy('c.id')
    .limit(customersPerPage + 1);
  // Seats are asked of the page alone: beside the customers they would be counted for everyone before the page is cut out.
  return tx
    .selectFrom(listed.as('c'))
    .leftJoinLateral(
      () => sql<{ agreement_id: string; seats: number; used: number; reserved: number }>`app.listed_seats(c.id)`.as<'f'>(sql`f`),
      (on) => on.onTrue(),
    )
    .selectAll('c')
    .select([sql<number | null>`f.seats`.as('seats'), sql<number | null>`f.used`.as('used'), sql<number | null>`f.reserved`.as('reserved')])
    .$if(order === 'end', (query) => query.orderBy(end))
    .orderBy(name)
    .orderBy('c.id')
    .execute();
}
export type ListedCustomer = Awaited<ReturnType<typeof listCustomers>>[number];

const holds = (text: string) => sql`strpos(lower(c.name collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0
  or (${digitsOf(text)}::text <> '' and strpos(coalesce(c.org_number, ''), ${digitsOf(text)}::text) > 0)`;
const digitsOf = (text: string) => (/^[\d\s-]+$/.test(text) ? text.replaceAll(/\D/g, '') : '');

export function findCustomer(tx: Tx, id: string) {
  return tx
    .selectFrom('customer as c')
    .leftJoin('customer_note as n', 'n.customer_id', 'c.id')
    .select(['c.id', 'c.slug', 'c.name', 'c.org_number', 'c.created_at', 'c.ended_at', 'c.due_at', 'n.body as note'])
    .select(sql<CustomerKind>`c.kind`.as('kind'))
    .where('c.id', '=', id)
    .executeTakeFirst();
}
export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

export type NewCustomer = { id: string; name: string; kind: CustomerKind; orgNumber: string | null; at: Date };

/** The address is made from the name; two customers of the same name get a number each. */
export async function insertCustomer(tx: Tx, { id, name: called, kind, orgNumber, at }: NewCustomer, slug: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    const inserted = await tx
      .insertInto('customer')
      .values({ id, slug: candidate, name: called, kind, org_number: orgNumber, created_at: at })
      .onConflict((on) => on.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst();
    if (inserted) return inserted.slug;
  }
}

export async function hasOrgNumber(tx: Tx, orgNumber: string): Promise<boolean> {
  return (await tx.selectFrom('customer').select('id').where('org_number', '=', orgNumber).executeTakeFirst()) !== undefined;
}

export async function saveNote(tx: Tx, customerId: string, body: string, at: Date): Promise<void> {
  await tx
    .insertInto('customer_note')
    .values({ customer_id: customerId, body, changed_at: at })
    .onConflict((on) => on.column('customer_id').doUpdateSet({ body, changed_at: at }))
    .execute();
}

/** The customer's administrators, for a mail to each. Ids only. */
export async function listAdminIds(tx: Tx, customerId: string): Promise<{ id: string; language: 'sv' | 'en' }[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['a.id', sql<'sv' | 'en'>`a.language`.as('language')])
    .where('m.customer_id', '=', customerId)
    .where('m.role', '=', 'customer_admin')
    .where('a.closed_at', 'is', null)
    .where(sql<boolean>`(m.ends_at is null or m.ends_at > app.now())`)
    .execute();
}
