import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DataRequest, RequestEvent, RequestKind, RequestState } from './request.ts';

export const requestsPerPage = 50;
const columns = [
  'id',
  'kind',
  'email',
  'body',
  'language',
  'state',
  'received_at',
  'answer_by',
  'link_id',
  'link_expires_at',
  'due_at',
  'restricted_at',
  'lifts_at',
  'lifted_at',
] as const;

export type NewRequest = Pick<DataRequest, 'id' | 'kind' | 'email' | 'body' | 'language' | 'received_at' | 'answer_by' | 'due_at'> & {
  client_id: string;
};

/** False when the same form has been stored already. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('data_request')
    .values(request)
    .onConflict((on) => on.column('client_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

type NewEvent = { requestId: string; state: RequestState; actorId: string | null; at: Date; note?: string; receipt?: object };

/** The database counts the step and refuses one that does not follow. */
export async function insertStep(tx: Tx, { requestId, state, actorId, at, note = '', receipt = {} }: NewEvent): Promise<void> {
  const row = { request_id: requestId, number: 0, state, actor_id: actorId, at, note, receipt: JSON.stringify(receipt) };
  await tx.insertInto('data_request_event').values(row).execute();
}

export function findRequest(tx: Tx, id: string): Promise<DataRequest | undefined> {
  return tx.selectFrom('data_request').select(columns).where('id', '=', id).$castTo<DataRequest>().executeTakeFirst();
}

/** Locked: two presses at once are one after the other. */
export function lockRequest(tx: Tx, id: string): Promise<DataRequest | undefined> {
  return tx.selectFrom('data_request').select(columns).where('id', '=', id).forUpdate().$castTo<DataRequest>().executeTakeFirst();
}

export function findByLink(tx: Tx, linkId: string, now: Date): Promise<DataRequest | undefined> {
  return tx
    .selectFrom('data_request')
    .select(columns)
    .where('link_id', '=', linkId)
    .where('link_expires_at', '>', now)
    .$castTo<DataRequest>()
    .executeTakeFirst();
}

export function listSteps(tx: Tx, requestId: string): Promise<RequestEvent[]> {
  return tx
    .selectFrom('data_request_event')
    .select(['number', 'state', 'actor_id', 'at', 'note', 'receipt'])
    .where('request_id', '=', requestId)
    .orderBy('number')
    .$castTo<RequestEvent>()
    .execute();
}

export type RequestPlace = { at: Date; id: string };
export type RequestsWanted = {
  /** Those that are answered or refused, or those that wait. */
  over: boolean;
  /** Part of the asker's address; empty for all. */
  email: string;
  kind: RequestKind | undefined;
  after: RequestPlace | undefined;
};
export type ListRow = Pick<DataRequest, 'id' | 'kind' | 'email' | 'state' | 'received_at' | 'answer_by'>;

// Word for word what the two indexes of the list are about.
const isOver = sql<boolean>`state in ('answered', 'refused')`;
const isOpen = sql<boolean>`state not in ('answered', 'refused')`;

/** By the day they must be answered, so that those that are late come first. One more than a page. */
export const listRequests = (tx: Tx, wanted: RequestsWanted): Promise<ListRow[]> => requestsByDay(tx, wanted).$castTo<ListRow>().execute();

/** In the order of the index data_request_to_answer, or data_request_over. */
export function requestsByDay(tx: Tx, { over, email, kind, after }: RequestsWanted) {
  return tx
    .selectFrom('data_request')
    .select(['id', 'kind', 'email', 'state', 'received_at', 'answer_by'])
    .where(over ? isOver : isOpen)
    .$if(email !== '', (query) => query.where(sql<boolean>`strpos(email, lower(${email}::text)) > 0`))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(answer_by, id) > (${after!.at}, ${after!.id}::uuid)`))
    .orderBy('answer_by')
    .orderBy('id')
    .limit(requestsPerPage + 1);
}

export async function updateRequest(
  tx: Tx,
  id: string,
  set: {
    answer_by?: Date;
    due_at?: Date | RawBuilder<Date>;
    reminded?: number;
    link_id?: string;
    link_expires_at?: Date;
    restricted_at?: Date;
    lifts_at?: Date;
    lifted_at?: Date;
  },
): Promise<void> {
  await tx.updateTable('data_request').set(set).where('id', '=', id).execute();
}

/** While it is in force the request is kept, however long that is: it is what lifts it. */
export const untilLifted = sql<Date>`'infinity'::timestamptz`;

/** Those whose day to be lifted has come; the rest is for the next time. */
export const listToLift = (tx: Tx, now: Date): Promise<{ id: string; email: string }[]> =>
  tx
    .selectFrom('data_request')
    .select(['id', 'email'])
    .where('lifts_at', '<=', now)
    .where('lifted_at', 'is', null)
    .orderBy('lifts_at')
    .limit(500)
    .forUpdate()
    .execute();

/** Those of an address that are in force. */
export const listInForce = (tx: Tx, email: string): Promise<{ id: string }[]> =>
  tx
    .selectFrom('data_request')
    .select('id')
    .where('email', '=', email)
    .where('restricted_at', 'is not', null)
    .where('lifted_at', 'is', null)
    .execute();

export async function deleteRequest(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('data_request').where('id', '=', id).execute();
}

/** Notes that a reminder is given of those that need one, by how little time is left. Gives how many of each. */
export async function takeReminders(tx: Tx, now: Date): Promise<{ level: number; count: number }[]> {
  const { rows } = await sql<{ level: number; count: number }>`
    with due as (
      select id, case when answer_by <= ${now} then 3 when answer_by <= ${now}::timestamptz + interval '2 days' then 2 else 1 end as level
      from data_request where state in ('in_progress', 'extended') and answer_by <= ${now}::timestamptz + interval '7 days'
    ), told as (
      update data_request r set reminded = due.level from due where due.id = r.id and r.reminded < due.level returning due.level
    ) select level, count(*) as count from told group by level`.execute(tx);
  return rows;
}

export function listExecutives(tx: Tx) {
  return tx
    .selectFrom('operator_staff')
    .innerJoin('account', 'account.id', 'operator_staff.account_id')
    .select(['account.id', 'account.language'])
    .where('role', '=', 'executive')
    .$narrowType<{ language: 'sv' | 'en' }>()
    .execute();
}

/** The accounts of those askers who have one. */
export async function listAskerAccounts(tx: Tx, requestIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.requesters_of(${requestIds}::uuid[]) as s(id)`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertRequestLooks(tx: Tx, logId: string, requestIds: string[]): Promise<void> {
  await tx
    .insertInto('data_request_look')
    .values(requestIds.map((request_id) => ({ request_id, log_id: logId })))
    .execute();
}
