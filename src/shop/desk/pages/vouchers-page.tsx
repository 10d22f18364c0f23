import { href } from '../../../routes.ts';
import { addressOf } from '../../../ui/asked-list.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { months, writePeriod, type BookPeriod } from '../book-period.ts';
import { booksWords } from '../books-words.ts';
import type { ListedVoucher, Total } from '../vouchers.queries.ts';

type VouchersPageProps = {
  locale: Locale;
  period: BookPeriod;
  thisYear: number;
  /** The first year of which there are vouchers. */
  first: number | undefined;
  rows: readonly ListedVoucher[];
  totals: readonly Total[];
  next: number | undefined;
  isFirst: boolean;
};

export function VouchersPage(props: VouchersPageProps) {
  const { locale, period, rows, next, isFirst } = props;
  const text = booksWords[locale];
  return (
    <>
      <PageHeading over={<a href={href('deskPurchases')}>{text.back}</a>} title={text.title} lead={text.lead} />
      <Periods {...props} />
      <section>
        <h2>{text.totals}</h2>
        <Totals {...props} />
      </section>
      <Files {...props} />
      <section>
        <h2>{text.list}</h2>
        {!isFirst && (
          <p>
            <a href={at(period)}>{text.first}</a>
          </p>
        )}
        <Table
          caption={text.list}
          captionHidden
          rows={rows}
          empty={text.noTotals}
          columns={[
            { title: text.number, cell: ({ number }) => String(number) },
            { title: text.day, cell: ({ day }) => day },
            { title: text.kind, cell: ({ kind, credits }) => (credits ? text.creditOf(String(credits)) : text.kinds[kind]) },
            { title: text.reference, cell: (row) => <Reference {...row} /> },
            { title: text.counterparty, cell: ({ counterparty }) => counterparty },
            { title: text.rate, numeric: true, cell: ({ vat_percent }) => String(vat_percent) },
            { title: text.vat, numeric: true, cell: ({ vat_ore }) => formatMoney(vat_ore, locale) },
            { title: text.sum, numeric: true, cell: ({ ore }) => formatMoney(ore, locale) },
          ]}
        />
        {next && (
          <p>
            <a href={at(period, ['efter', String(next)])} rel="next">
              {text.more}
            </a>
          </p>
        )}
      </section>
    </>
  );
}

const at = ({ year, month }: Pick<BookPeriod, 'year' | 'month'>, ...more: [string, string][]): string =>
  addressOf(href('vouchers'), [['period', writePeriod(year, month)], ...more]);

/** A purchase is gone before its voucher is. */
const Reference = ({ purchase_id, reference }: ListedVoucher) =>
  purchase_id ? <a href={href('deskPurchase', { purchase: purchase_id })}>{reference}</a> : <>{reference}</>;

/** Every year of the books; vouchers are kept for seven years, so they are few. */
function Periods({ locale, period, thisYear, first = thisYear }: VouchersPageProps) {
  const text = booksWords[locale];
  const begins = Math.min(first, thisYear);
  const years = Array.from({ length: thisYear - begins + 1 }, (_, index) => thisYear - index);
  return (
    <nav aria-label={text.periods}>
      <p class="actions">
        {years.map((year) => (
          <Part key={year} to={{ year, month: undefined }} shown={period} name={text.whole(String(year))} />
        ))}
      </p>
      <p class="actions">
        {months.map((month) => (
          <Part key={month} to={{ year: period.year, month }} shown={period} name={monthName(period.year, month, locale)} />
        ))}
      </p>
    </nav>
  );
}

type PartProps = { to: Pick<BookPeriod, 'year' | 'month'>; shown: BookPeriod; name: string };

/** What is shown is no link to itself. */
const Part = ({ to, shown, name }: PartProps) =>
  to.year === shown.year && to.month === shown.month ? <strong aria-current="page">{name}</strong> : <a href={at(to)}>{name}</a>;

const monthName = (year: number, month: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));

function Totals({ locale, totals, period }: VouchersPageProps) {
  const text = booksWords[locale];
  const sign = ({ kind }: Total) => (kind === 'credit' ? -1 : 1);
  const inAll = totals.reduce(
    (sum, total) => ({ ore: sum.ore + sign(total) * total.ore, vat_ore: sum.vat_ore + sign(total) * total.vat_ore }),
    { ore: 0, vat_ore: 0 },
  );
  const shown = period.month ? `${monthName(period.year, period.month, locale)} ${period.year}` : String(period.year);
  return (
    <>
      <Table
        caption={text.shown(shown)}
        rows={totals}
        empty={text.noTotals}
        columns={[
          { title: text.rate, cell: ({ vat_percent }) => String(vat_percent) },
          { title: text.kind, cell: ({ kind }) => text.kinds[kind] },
          { title: text.count, numeric: true, cell: ({ count }) => formatNumber(count, locale) },
          { title: text.net, numeric: true, cell: ({ ore, vat_ore }) => formatMoney(ore - vat_ore, locale) },
          { title: text.vat, numeric: true, cell: ({ vat_ore }) => formatMoney(vat_ore, locale) },
          { title: text.sum, numeric: true, cell: ({ ore }) => formatMoney(ore, locale) },
        ]}
      />
      {totals.length > 0 && (
        <p>
          {text.inAll(formatMoney(inAll.ore - inAll.vat_ore, locale), formatMoney(inAll.vat_ore, locale), formatMoney(inAll.ore, locale))}
        </p>
      )}
    </>
  );
}

function Files({ locale, period }: VouchersPageProps) {
  const text = booksWords[locale];
  const query: [string, string][] = [['period', writePeriod(period.year, period.month)]];
  return (
    <section>
      <h2>{text.files}</h2>
      <ul>
        <li>
          <a href={addressOf(href('vouchersCsv'), query)}>{text.csv}</a>. {text.csvText}
        </li>
        <li>
          <a href={addressOf(href('vouchersSie'), query)}>{text.sie}</a>. {text.sieText}
        </li>
      </ul>
    </section>
  );
}
