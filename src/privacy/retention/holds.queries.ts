import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Hold = {
  id: string;
  account_id: string;
  email: string | null;
  law: string;
  reason: string;
  ends_at: Date;
  asked_by: string;
  asked_at: Date;
  decision: string | null;
  lifted_at: Date | null;
};

export const holdsPerPage = 30;
export const holdStates = ['waiting', 'placed', 'refused', 'lifted', 'ended'] as const;
export type HoldState = (typeof holdStates)[number];

export const holdOrders = ['latest', 'ends', 'person'] as const;
export type HoldOrder = (typeof holdOrders)[number];

export type HoldsWanted = {
  /** Part of the person's address or of the law; empty for all. */
  text: string;
  state: HoldState | undefined;
  order: HoldOrder;
  after: string | undefined;
};

/** The same as stateOf, where the rows are. */
const state = sql<HoldState>`case when lifted_at is not null then 'lifted' when decision = 'refused' then 'refused'
  when ends_at <= app.now() then 'ended' when decision = 'placed' then 'placed' else 'waiting' end`;

const holds = (text: string) => sql<boolean>`strpos(lower(concat_ws(' ', email, law) collate "sv-x-icu"),
  lower(${text}::text collate "sv-x-icu")) > 0`;

/** Where a hold stands, in columns that are the hold's and its person's. */
const places = {
  // The newest first; what waits for a decision before all else.
  latest: sql`decision is not null, -extract(epoch from asked_at), legal_hold.id`,
  // What no longer holds is last: its day says nothing.
  ends: sql`(lifted_at is not null or coalesce(decision = 'refused', false) or ends_at <= app.now()), ends_at, legal_hold.id`,
  person: sql`coalesce(email, '') collate "sv-x-icu", ends_at, legal_hold.id`,
} satisfies Record<HoldOrder, unknown>;

/** One more than a page. After one that is gone the list begins anew. */
export function listHolds(tx: Tx, { text, state: only, order, after }: HoldsWanted): Promise<Hold[]> {
  const place = sql`(${places[order]})`;
  return tx
    .selectFrom('legal_hold')
    .innerJoin('account', 'account.id', 'legal_hold.account_id')
    .select([
      'legal_hold.id',
      'legal_hold.account_id',
      'email',
      'law',
      'reason',
      'ends_at',
      'asked_by',
      'asked_at',
      'decision',
      'lifted_at',
    ])
    .$if(text !== '', (query) => query.where(holds(text)))
    .$if(only !== undefined, (query) => query.where(state, '=', only!))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`coalesce(${place} > (select ${places[order]} from legal_hold join account on account.id = legal_hold.account_id
        where legal_hold.id = ${after!}::uuid), true)`),
    )
    .orderBy(place)
    .limit(holdsPerPage + 1)
    .execute();
}

export function findHolder(tx: Tx, email: string) {
  return tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
}

export function insertHold(
  tx: Tx,
  hold: { account_id: string; law: string; reason: string; ends_at: Date; asked_by: string; asked_at: Date },
) {
  return tx
    .insertInto('legal_hold')
    .values(hold)
    .onConflict((on) => on.column('account_id').where('decision', 'is', null).doNothing())
    .execute();
}

/** Gives whether there was one to decide, asked for by someone else. */
export async function decide(tx: Tx, id: string, by: string, decision: 'placed' | 'refused', at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('legal_hold')
    .set({ decision, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .where('asked_by', '<>', by)
    .where('account_id', '<>', by)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function lift(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('legal_hold')
    .set({ lifted_by: by, lifted_at: at })
    .where('id', '=', id)
    .where('decision', '=', 'placed')
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** E-20: how many have closed their accounts, how many of them have been warned, and when the next becomes nobody. */
export async function countClosing(tx: Tx): Promise<{ inactive: number; warned: number; next: Date | null }> {
  const { rows } = await sql<{ inactive: number; warned: number; next: Date | null }>`
    select count(*) filter (where erase_warned_at is null) as inactive, count(*) filter (where erase_warned_at is not null) as warned,
      min(erase_due_at) as next from account where erase_due_at > app.now()`.execute(tx);
  return rows[0]!;
}

export function listRuns(tx: Tx, count: number) {
  return tx.selectFrom('retention_run').selectAll().orderBy('started_at', 'desc').limit(count).execute();
}
