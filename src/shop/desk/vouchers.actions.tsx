import { Readable } from 'node:stream';
import { operatorOnly } from '../../desk/index.ts';
import { dayOf } from '../../platform/calendar.ts';
import { scopeOf, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { readPeriod, writePeriod, type BookPeriod } from './book-period.ts';
import { fieldsOfBooks, fieldsOfBooksWithNames, lookAtPurchases } from './look-at-purchases.ts';
import { VouchersPage } from './pages/vouchers-page.tsx';
import { findSeller } from './settings.queries.ts';
import { csvHead, csvLines } from './voucher-csv.ts';
import { sieHead, sieVouchers } from './voucher-sie.ts';
import { firstYear, listVouchers, totalsOf, vouchersPerPage, type ListedVoucher } from './vouchers.queries.ts';
import { booksWords } from './books-words.ts';

const scope = (visit: Visit) => scopeOf(visit, 'keep-books');
const today = ({ house }: Visit) => dayOf(house.clock.now());
const periodIn = (visit: Visit): BookPeriod => readPeriod(visit.url.searchParams.get('period'), today(visit));

function afterIn({ url }: Visit): number | undefined {
  const typed = url.searchParams.get('efter') ?? '';
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;
}

const purchasesOf = (rows: readonly ListedVoucher[]): string[] => rows.flatMap(({ purchase_id }) => purchase_id ?? []);

export async function vouchers(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { locale, house } = visit;
  const [period, after] = [periodIn(visit), afterIn(visit)];
  const read = await house.database.transaction(scope(visit), async (tx) => {
    const found = await listVouchers(tx, period, { after, limit: vouchersPerPage + 1 }).execute();
    const rows = found.slice(0, vouchersPerPage);
    await lookAtPurchases(tx, visit, 'keep-books', fieldsOfBooksWithNames, purchasesOf(rows));
    const next = found.length > rows.length ? rows.at(-1)?.number : undefined;
    return { rows, next, totals: await totalsOf(tx, period), first: await firstYear(tx) };
  });
  const props = { ...read, locale, period, thisYear: today(visit).year, isFirst: after === undefined };
  return page(visit, { title: booksWords[locale].title, width: 'wide' }, <VouchersPage {...props} />);
}

const atATime = 500;

/** The books of a period, so many at a time: each reading is a look of its own, kept before a line of it has left. */
async function* booksOf(visit: Visit, period: BookPeriod, fields: string[]): AsyncGenerator<ListedVoucher[]> {
  for (let after: number | undefined; ;) {
    const from = after;
    const rows = await visit.house.database.transaction(scope(visit), async (tx) => {
      const rows = await listVouchers(tx, period, { after: from, limit: atATime }).execute();
      await lookAtPurchases(tx, visit, 'keep-books', fields, purchasesOf(rows));
      return rows;
    });
    if (rows.length > 0) yield rows;
    if (rows.length < atATime) return;
    after = rows.at(-1)!.number;
  }
}

/** For a spreadsheet; the buyers' names are in it, as the bookkeeping law asks for (BFL 5:7). */
export async function vouchersCsv(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'executive');
  const period = periodIn(visit);
  async function* lines() {
    yield csvHead(visit.locale);
    for await (const rows of booksOf(visit, period, fieldsOfBooksWithNames)) yield csvLines(rows, visit.locale);
  }
  return fileOf(lines(), `verifikationer-${writePeriod(period.year, period.month)}.csv`, 'text/csv; charset=utf-8');
}

/** For a bookkeeping program (SIE 4I): it names nobody, a voucher leads to the order here. */
export async function vouchersSie(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { house } = visit;
  const period = periodIn(visit);
  const seller = await house.database.transaction(scope(visit), findSeller);
  async function* lines() {
    yield sieHead(seller, today(visit));
    for await (const rows of booksOf(visit, period, fieldsOfBooks)) yield sieVouchers(rows);
  }
  return fileOf(lines(), `verifikationer-${writePeriod(period.year, period.month)}.se`, 'application/octet-stream');
}

const fileOf = (content: AsyncIterable<string | Buffer>, name: string, type: string): Response =>
  new Response(Readable.toWeb(Readable.from(content, { objectMode: false })) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
