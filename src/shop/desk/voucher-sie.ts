import { encode437 } from './code-page-437.ts';
import { writeAmount } from './kronor.ts';
import type { SellerRow } from './settings.queries.ts';
import type { ListedVoucher } from './vouchers.queries.ts';

/** Accounts of the BAS chart. */
const receivables = 1510;
const accountsOf: Record<number, { sales: number; vat?: number }> = {
  25: { sales: 3001, vat: 2611 },
  12: { sales: 3002, vat: 2621 },
  6: { sales: 3003, vat: 2631 },
  0: { sales: 3004 },
};
const accountNames: Record<number, string> = {
  [receivables]: 'Kundfordringar',
  2611: 'Utgående moms på försäljning inom Sverige, 25 %',
  2621: 'Utgående moms på försäljning inom Sverige, 12 %',
  2631: 'Utgående moms på försäljning inom Sverige, 6 %',
  3001: 'Försäljning inom Sverige, 25 % moms',
  3002: 'Försäljning inom Sverige, 12 % moms',
  3003: 'Försäljning inom Sverige, 6 % moms',
  3004: 'Försäljning inom Sverige, momsfri',
};

/** The shop's own series, so that its numbers do not meet others'. */
const series = 'K';

/** What a SIE file of type 4I begins with (format 4B of the SIE group). */
export function sieHead(seller: Pick<SellerRow, 'name' | 'org_number'> | undefined, today: Temporal.PlainDate): Buffer {
  const company = seller
    ? [`#ORGNR ${seller.org_number.slice(0, 6)}-${seller.org_number.slice(6)}`, `#FNAMN ${quoted(seller.name)}`]
    : [`#FNAMN ${quoted('Kursiv')}`];
  return encode437(
    linesOf([
      '#FLAGGA 0',
      '#PROGRAM "Kursiv" 1',
      '#FORMAT PC8',
      `#GEN ${plainDay(today.toString())}`,
      '#SIETYP 4',
      ...company,
      ...Object.entries(accountNames).map(([account, name]) => `#KONTO ${account} ${quoted(name)}`),
    ]),
  );
}

/** Each voucher with its rows, which come to nothing together. Nobody is named: the order number leads to the purchase. */
export const sieVouchers = (vouchers: readonly ListedVoucher[]): Buffer => encode437(linesOf(vouchers.flatMap(voucherLines)));

function voucherLines({ number, kind, credits, reference, ore, vat_ore, vat_percent, day }: ListedVoucher): string[] {
  const sign = kind === 'credit' ? -1 : 1;
  const { sales, vat } = accountsOf[vat_percent]!;
  const about = kind === 'credit' ? `Kredit av ${credits}, order ${reference}` : `Försäljning, order ${reference}`;
  const rows: [account: number, ore: number][] = [
    [receivables, sign * ore],
    [sales, -sign * (vat ? ore - vat_ore : ore)],
  ];
  if (vat) rows.push([vat, -sign * vat_ore]);
  return [
    `#VER ${series} ${number} ${plainDay(day)} ${quoted(about)}`,
    '{',
    ...rows.map(([account, amount]) => `   #TRANS ${account} {} ${writeAmount(amount)}`),
    '}',
  ];
}

const plainDay = (day: string): string => day.replaceAll('-', '');
const quoted = (text: string): string =>
  `"${text
    .replaceAll(/[\r\n\t]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;
const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');
