import { sql, type Selectable } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import type { Voucher } from '../../db/types.ts';
import { dayOf } from '../platform/calendar.ts';
import type { Tx } from '../platform/database.ts';
import { dueBy } from '../privacy/index.ts';
import { vatWithin } from './price.ts';
import type { PurchaseRow } from './purchase-state.ts';

/** What an invoice says of the company that sold. */
export type SoldBy = { name: string; org_number: string; vat_number: string; address: string; bankgiro: string };
const asSold = sql`jsonb_build_object('name', s.name, 'org_number', s.org_number, 'vat_number', s.vat_number,
  'address', s.address, 'bankgiro', s.bankgiro)`;

export type VoucherRow = Selectable<Voucher>;

/**
 * Enters a sale in the books, or takes one back (BFL 5:6 and 5:7): numbers without a gap, so one after another. A voucher is never
 * changed; what was wrong is set right by another (BFL 5:5).
 */
export async function enterVoucher(tx: Tx, purchase: PurchaseRow, at: Date, credits?: number): Promise<number> {
  const { id, number: reference, given_name, family_name, ore, vat_percent } = purchase;
  await sql`select pg_advisory_xact_lock(hashtextextended('voucher', 0))`.execute(tx);
  const { number } = await tx
    .insertInto('voucher')
    .values({
      number: sql<number>`(select coalesce(max(number), 0) + 1 from voucher)`,
      kind: credits === undefined ? 'sale' : 'credit',
      credits: credits ?? null,
      purchase_id: id,
      reference,
      counterparty: `${given_name} ${family_name}`.trim(),
      ore,
      vat_ore: vatWithin(ore, vat_percent),
      vat_percent,
      seller: sql<string>`(select ${asSold} from seller s)`,
      happened_on: dayOf(at).toString(),
      made_at: at,
      due_at: dueBy(dataMap.voucher.retention, at),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** The sale of a purchase, and what took it back, in order. */
export function listVouchersOf(tx: Tx, purchaseId: string): Promise<VoucherRow[]> {
  return tx.selectFrom('voucher').selectAll().where('purchase_id', '=', purchaseId).orderBy('number').execute();
}
