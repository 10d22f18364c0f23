import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { BookPeriod } from './book-period.ts';

export const vouchersPerPage = 50;

export type ListedVoucher = {
  number: number;
  kind: 'sale' | 'credit';
  credits: number | null;
  purchase_id: string | null;
  reference: string;
  counterparty: string;
  ore: number;
  vat_ore: number;
  vat_percent: number;
  /** 2026-11-23 */
  day: string;
};

const within = ({ from, to }: BookPeriod) => sql<boolean>`(happened_on >= ${from}::date and happened_on < ${to}::date)`;

/** The books of a period by day and number, from the one after `after`: so many. Read by whoever keeps them alone. */
export function listVouchers(tx: Tx, period: BookPeriod, { after, limit }: { after: number | undefined; limit: number }) {
  return tx
    .selectFrom('voucher')
    .select(['number', 'credits', 'purchase_id', 'reference', 'counterparty', 'ore', 'vat_ore', 'vat_percent'])
    .select([sql<'sale' | 'credit'>`kind`.as('kind'), sql<string>`happened_on::text`.as('day')])
    .where(within(period))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(happened_on, number) > ((select v.happened_on from voucher v where v.number = ${after!}), ${after!}::integer)`,
      ),
    )
    .orderBy('happened_on')
    .orderBy('number')
    .limit(limit);
}

export type Total = { vat_percent: number; kind: 'sale' | 'credit'; count: number; ore: number; vat_ore: number };

/** What the vouchers of a period come to, by rate and kind. */
export async function totalsOf(tx: Tx, period: BookPeriod): Promise<Total[]> {
  const { rows } =
    await sql<Total>`select vat_percent, kind, count(*)::int as count, sum(ore)::bigint as ore, sum(vat_ore)::bigint as vat_ore
    from voucher where ${within(period)} group by vat_percent, kind order by vat_percent desc, kind desc`.execute(tx);
  return rows;
}

/** The first year of which there are vouchers. */
export async function firstYear(tx: Tx): Promise<number | undefined> {
  const { rows } = await sql<{ year: number | null }>`select extract(year from min(happened_on))::int as year from voucher`.execute(tx);
  return rows[0]?.year ?? undefined;
}
