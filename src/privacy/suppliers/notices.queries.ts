import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type NoticeState = 'waiting' | 'by-hand' | 'confirmed' | 'failed';
export type Notice = {
  id: string;
  erasure_id: string;
  supplier: string;
  services: string[];
  state: NoticeState;
  created_at: Date;
  tried_at: Date | null;
  confirmed_at: Date | null;
  attempts: number;
  problem: string | null;
  answer: string;
};

const columns = [
  'id',
  'erasure_id',
  'supplier',
  'services',
  'state',
  'created_at',
  'tried_at',
  'confirmed_at',
  'attempts',
  'problem',
  'answer',
] as const;

type New = Pick<Notice, 'id' | 'erasure_id' | 'supplier' | 'services' | 'state' | 'created_at'>;

export async function insertNotices(tx: Tx, notices: New[]): Promise<void> {
  await tx.insertInto('supplier_notice').values(notices).execute();
}

export async function insertAddresses(tx: Tx, addresses: { notice_id: string; sealed: Buffer; due_at: Date }[]): Promise<void> {
  if (addresses.length > 0) await tx.insertInto('supplier_notice_address').values(addresses).execute();
}

export function findNotice(tx: Tx, id: string): Promise<(Notice & { sealed: Buffer | null; erased_at: Date }) | undefined> {
  return tx
    .selectFrom('supplier_notice as n')
    .innerJoin('erasure', 'erasure.id', 'n.erasure_id')
    .leftJoin('supplier_notice_address as a', 'a.notice_id', 'n.id')
    .select(columns.map((column) => `n.${column}` as const))
    .select(['a.sealed', 'erasure.requested_at as erased_at'])
    .where('n.id', '=', id)
    .$castTo<Notice & { sealed: Buffer | null; erased_at: Date }>()
    .executeTakeFirst();
}

export function listNotices(tx: Tx, erasureIds: string[]): Promise<Notice[]> {
  return tx
    .selectFrom('supplier_notice')
    .select(columns)
    .where('erasure_id', '=', sql<string>`any(${erasureIds}::uuid[])`)
    .orderBy('supplier')
    .$castTo<Notice>()
    .execute();
}

/** Once: whoever comes second, the job or a person, changes nothing. The address goes in the same moment. */
export async function confirmNotice(tx: Tx, id: string, answer: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supplier_notice')
    .set({ state: 'confirmed', confirmed_at: at, answer, problem: null })
    .where('id', '=', id)
    .where('state', '<>', 'confirmed')
    .executeTakeFirst();
  await tx.deleteFrom('supplier_notice_address').where('notice_id', '=', id).execute();
  return numUpdatedRows > 0n;
}

export async function noteTry(
  tx: Tx,
  id: string,
  tried: { at: Date; attempts: number; problem: string; state: 'waiting' | 'failed' },
): Promise<void> {
  const { at, attempts, problem, state } = tried;
  await tx
    .updateTable('supplier_notice')
    .set({ tried_at: at, attempts, problem, state })
    .where('id', '=', id)
    .where('state', '<>', 'confirmed')
    .execute();
}

/** What has waited for days without a try has lost its job, as after a restore: the officer sees it and tries again. */
export async function giveUpNotices(tx: Tx): Promise<void> {
  await tx
    .updateTable('supplier_notice')
    .set({ state: 'failed', problem: 'never tried' })
    .where('state', '=', 'waiting')
    .where(sql<boolean>`coalesce(tried_at, created_at) < app.now() - interval '2 days'`)
    .execute();
}

/** Waits anew; false when it is not one that has failed. */
export async function reopenNotice(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supplier_notice')
    .set({ state: 'waiting' })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type ErasureListed = { id: string; way: string; state: string; requested_at: Date; open: number; notices: number };
export type ErasurePlace = { at: Date; id: string };
export const erasuresPerPage = 50;

export const erasureStates = ['started', 'held', 'done'] as const;
export const erasureWays = ['request', 'retention', 'termination'] as const;
/** Whether some supplier is still to confirm, or none is. */
export const toldStates = ['waiting', 'told'] as const;
export const erasureOrders = ['latest', 'oldest'] as const;
export type ErasuresWanted = {
  /** The beginning of an erasure's number; empty for all. */
  number: string;
  state: (typeof erasureStates)[number] | undefined;
  way: (typeof erasureWays)[number] | undefined;
  told: (typeof toldStates)[number] | undefined;
  order: (typeof erasureOrders)[number];
  after: ErasurePlace | undefined;
};

/** By when they were asked for; one more than a page. */
export async function listErasures(tx: Tx, { number, state, way, told, order, after }: ErasuresWanted): Promise<ErasureListed[]> {
  const [comes, direction] = order === 'oldest' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const asked = [
    after && sql`(e.requested_at, e.id) ${comes} (${after.at}, ${after.id}::uuid)`,
    number && beginsWith(number),
    state && sql`e.state = ${state}`,
    way && sql`e.way = ${way}`,
    told &&
      sql`${told === 'told' ? sql`not ` : sql``}exists (
      select from supplier_notice w where w.erasure_id = e.id and w.state <> 'confirmed')`,
  ].filter((condition) => typeof condition === 'object');
  const place = asked.length > 0 ? sql`where ${sql.join(asked, sql` and `)}` : sql``;
  const { rows } = await sql<ErasureListed>`
    select e.id, e.way, e.state, e.requested_at, count(n.id) as notices, count(n.id) filter (where n.state <> 'confirmed') as open
    from (select id, way, state, requested_at from erasure e ${place} order by requested_at ${direction}, id ${direction} limit ${erasuresPerPage + 1}) e
    left join supplier_notice n on n.erasure_id = e.id
    group by e.id, e.way, e.state, e.requested_at order by e.requested_at ${direction}, e.id ${direction}`.execute(tx);
  return rows;
}

/** By comparison, so that the number's own index is entered. What is no number finds nothing. */
function beginsWith(number: string) {
  const digits = number.toLowerCase().replaceAll('-', '');
  if (!/^[0-9a-f]{1,32}$/.test(digits)) return sql`false`;
  return sql`e.id between ${digits.padEnd(32, '0')}::uuid and ${digits.padEnd(32, 'f')}::uuid`;
}
