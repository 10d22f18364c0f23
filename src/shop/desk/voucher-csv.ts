import { spreadsheetCsv } from '../../platform/spreadsheet-csv.ts';
import type { Locale } from '../../ui/locale.ts';
import { booksWords } from './books-words.ts';
import { writeAmount } from './kronor.ts';
import type { ListedVoucher } from './vouchers.queries.ts';

/** The first line; the byte order mark before it tells a spreadsheet that it is UTF-8. */
export function csvHead(locale: Locale): string {
  const text = booksWords[locale];
  return spreadsheetCsv([
    [text.number, text.day, text.kind, text.corrects, text.reference, text.counterparty, text.net, text.vat, text.rate, text.sum],
  ]);
}

/** What has been taken back is less than nothing, so that a column can be added up. */
export function csvLines(vouchers: readonly ListedVoucher[], locale: Locale): string {
  const text = booksWords[locale];
  const rows = vouchers.map(({ number, day, kind, credits, reference, counterparty, ore, vat_ore, vat_percent }) => {
    const sign = kind === 'credit' ? -1 : 1;
    const amount = (value: number) => writeAmount(sign * value).replace('.', locale === 'sv' ? ',' : '.');
    const sums = [amount(ore - vat_ore), amount(vat_ore), String(vat_percent), amount(ore)];
    return { texts: [String(number), day, text.kinds[kind], String(credits ?? ''), reference, counterparty], sums };
  });
  return spreadsheetCsv(rows.map(({ texts, sums }) => [...texts, ...sums])).slice(1);
}
