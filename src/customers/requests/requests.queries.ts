import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { HandedRequest, HandedState, RequestKind } from './request.ts';

const columns = [
  'customer_id',
  'id',
  'kind',
  'email',
  'body',
  'language',
  'received_at',
  'answer_by',
  'handed_at',
  'state',
  'note',
  'stepped_at',
  'link_id',
  'link_expires_at',
  'erasure_id',
  'restricted_at',
  'lifts_at',
  'lifted_at',
] as const;

export const handedPerPage = 50;

// What waits comes first, by the day it must be answered.
const place = sql`state in ('answered', 'refused'), answer_by, id`;

export type HandedWanted = {
  /** Part of the asker's address; empty for all. */
  email: string;
  state: HandedState | undefined;
  kind: RequestKind | undefined;
  after: string | undefined;
};

/** A page of them, and one more to tell whether there is another. */
export const listHanded = (tx: Tx, customerId: string, { email, state, kind, after }: HandedWanted): Promise<HandedRequest[]> =>
  tx
    .selectFrom('customer_request')
    .select(columns)
    .where('customer_id', '=', customerId)
    .$if(email !== '', (query) => query.where(sql<boolean>`strpos(email, lower(${email}::text)) > 0`))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${place}) > (select ${place} from customer_request l where l.customer_id = ${customerId} and l.id = ${after})`,
      ),
    )
    .orderBy(place)
    .limit(handedPerPage + 1)
    .$castTo<HandedRequest>()
    .execute();

export const findHanded = (tx: Tx, customerId: string, id: string): Promise<HandedRequest | undefined> =>
  tx
    .selectFrom('customer_request')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .$castTo<HandedRequest>()
    .executeTakeFirst();

export const lockHanded = (tx: Tx, customerId: string, id: string): Promise<HandedRequest | undefined> =>
  tx
    .selectFrom('customer_request')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .forUpdate()
    .$castTo<HandedRequest>()
    .executeTakeFirst();

/** As the person sees it, by its secret id. */
export const findOwnHanded = (tx: Tx, id: string) =>
  tx
    .selectFrom('customer_request')
    .innerJoin('customer', 'customer.id', 'customer_request.customer_id')
    .select(columns.map((column) => `customer_request.${column}` as const))
    .select('customer.name as customer')
    .where('customer_request.id', '=', id)
    .$castTo<HandedRequest & { customer: string }>()
    .executeTakeFirst();

export const findByAnswerLink = (tx: Tx, linkId: string, now: Date) =>
  tx
    .selectFrom('customer_request')
    .innerJoin('customer', 'customer.id', 'customer_request.customer_id')
    .select(columns.map((column) => `customer_request.${column}` as const))
    .select('customer.name as customer')
    .where('link_id', '=', linkId)
    .where('link_expires_at', '>', now)
    .$castTo<HandedRequest & { customer: string }>()
    .executeTakeFirst();

type New = Pick<HandedRequest, 'customer_id' | 'kind' | 'email' | 'body' | 'language' | 'received_at' | 'answer_by' | 'handed_at'> & {
  request_id: string;
  due_at: Date;
};

/** Undefined when it has been handed to this customer already. */
export const insertHanded = (tx: Tx, row: New) =>
  tx
    .insertInto('customer_request')
    .values(row)
    .onConflict((on) => on.columns(['customer_id', 'request_id']).doNothing())
    .returning('id')
    .executeTakeFirst();

type Change = Partial<{
  state: HandedState;
  note: string;
  stepped_by: string;
  stepped_at: Date;
  answer_by: Date;
  due_at: Date | RawBuilder<Date>;
  link_id: string;
  link_expires_at: Date;
  reminded: number;
  erasure_id: string;
  restricted_at: Date;
  lifts_at: Date;
  lifted_at: Date;
}>;

export async function updateHanded(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('customer_request').set(change).where('id', '=', id).execute();
}

/** While it is in force the request is kept, however long that is: it is what lifts it. */
export const untilLifted = sql<Date>`'infinity'::timestamptz`;

/** Those whose day to be lifted has come; the rest is for the next time. */
export const listToLift = (tx: Tx, now: Date): Promise<{ id: string; email: string }[]> =>
  tx
    .selectFrom('customer_request')
    .select(['id', 'email'])
    .where('lifts_at', '<=', now)
    .where('lifted_at', 'is', null)
    .orderBy('lifts_at')
    .limit(500)
    .forUpdate()
    .execute();

/** Notes that a reminder is given of those that wait, by how little time is left: once each time. Gives the customers, each once. */
export async function takeHandedReminders(tx: Tx, now: Date): Promise<{ customer_id: string; late: boolean }[]> {
  const { rows } = await sql<{ customer_id: string; late: boolean }>`
    with due as (
      select customer_id, id, case when answer_by <= ${now} then 3 when answer_by <= ${now}::timestamptz + interval '2 days' then 2 else 1 end as level
      from customer_request where state in ('open', 'extended') and answer_by <= ${now}::timestamptz + interval '7 days'
    ), told as (
      update customer_request r set reminded = due.level from due
      where r.customer_id = due.customer_id and r.id = due.id and r.reminded < due.level returning r.customer_id, due.level
    ) select customer_id, bool_or(level = 3) as late from told group by customer_id`.execute(tx);
  return rows;
}

/** To whom a request has gone, and how far it is there. */
export const listHandedOf = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('customer_request')
    .innerJoin('customer', 'customer.id', 'customer_request.customer_id')
    .select(['customer.id', 'customer.name', 'customer_request.state', 'customer_request.handed_at'])
    .where('request_id', '=', requestId)
    .orderBy('customer.name')
    .$castTo<{ id: string; name: string; state: HandedState; handed_at: Date }>()
    .execute();

export const listNamed = (tx: Tx, customerIds: string[]) =>
  tx
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${customerIds}::uuid[])`)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();

export const listAdmins = (tx: Tx, customerIds: string[]) =>
  tx
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.language', 'customer_id'])
    .where('customer_id', '=', sql<string>`any(${customerIds}::uuid[])`)
    .where('role', '=', 'customer_admin')
    .where('closed_at', 'is', null)
    .$castTo<{ id: string; language: 'sv' | 'en'; customer_id: string }>()
    .execute();

/** The accounts of those askers who have one. */
export async function listAskers(tx: Tx, requestIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.handed_askers(${requestIds}::uuid[]) as s(id)`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertHandedLooks(tx: Tx, customerId: string, logId: string, requestIds: string[]): Promise<void> {
  await tx
    .insertInto('customer_request_look')
    .values(requestIds.map((request_id) => ({ customer_id: customerId, request_id, log_id: logId })))
    .execute();
}
