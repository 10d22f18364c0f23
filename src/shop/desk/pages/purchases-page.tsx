import { href } from '../../../routes.ts';
import { addressOf } from '../../../ui/asked-list.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import { formatMoney, formatNumber, formatShortDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { purchaseState, purchaseStates, type PurchaseState } from '../../purchase-state.ts';
import type { ListedPurchase, PurchasesWanted, Waiting } from '../purchases.queries.ts';
import { purchasesWords } from '../purchases-words.ts';

type PurchasesPageProps = {
  locale: Locale;
  now: Date;
  wanted: PurchasesWanted;
  rows: readonly ListedPurchase[];
  waiting: Waiting;
  next: string | undefined;
  error: string | undefined;
  /** Who sets prices and keeps the books finds the way there. */
  leads: boolean;
};

export function PurchasesPage(props: PurchasesPageProps) {
  const { locale, now, wanted, rows, next, error, leads } = props;
  const text = purchasesWords[locale].list;
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'search', text: error }] : []} locale={locale} />
      <PageHeading title={text.title} lead={text.lead}>
        {leads && <a href={href('shopDesk')}>{text.shop}</a>}
        {leads && <a href={href('vouchers')}>{text.books}</a>}
      </PageHeading>
      <WaitingLinks {...props} />
      <SearchedList
        here={href('deskPurchases')}
        searchAt={href('searchDeskPurchases')}
        field="search"
        searched={wanted.search}
        searchable
        filters={[
          {
            name: 'lage',
            label: text.state,
            options: [{ value: '', text: text.all }, ...purchaseStates.map((state) => ({ value: state, text: text.states[state] }))],
            selected: wanted.state ?? '',
          },
        ]}
        filtersInAddress
        next={next}
        isFirst={!wanted.after}
        error={error}
        text={text}
        empty={emptyOf(wanted, locale)}
      >
        {rows.length > 0 && (
          <Table
            caption={text.title}
            captionHidden
            rows={rows}
            empty={text.empty}
            columns={[
              { title: text.number, cell: ({ id, number }) => <a href={href('deskPurchase', { purchase: id })}>{number}</a> },
              { title: text.course, cell: ({ course_title }) => course_title || '–' },
              { title: text.price, numeric: true, cell: ({ ore }) => formatMoney(ore, locale) },
              { title: text.ordered, cell: ({ ordered_at }) => formatShortDate(ordered_at) },
              { title: text.payBy, cell: ({ pay_by }) => formatShortDate(pay_by) },
              { title: text.state, cell: (row) => <StateOfPurchase row={row} now={now} locale={locale} /> },
            ]}
          />
        )}
      </SearchedList>
    </>
  );
}

/** What there is to do, each a way to its list; nothing when all is done. */
function WaitingLinks({ locale, waiting }: PurchasesPageProps) {
  const text = purchasesWords[locale].list;
  const counted = (['unpaid', 'overdue', 'to refund'] as const)
    .map((state) => ({ state, count: state === 'to refund' ? waiting.toRefund : waiting[state] }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return <p>{text.nothingWaits}</p>;
  return (
    <ul>
      {counted.map(({ state, count }) => (
        <li key={state}>
          <a href={addressOf(href('deskPurchases'), [['lage', state]])}>{text.waiting[state](formatNumber(count, locale))}</a>
        </li>
      ))}
    </ul>
  );
}

const kindOf: Record<PurchaseState, 'plain' | 'accent' | 'caution' | 'problem'> = {
  unpaid: 'plain',
  overdue: 'problem',
  paid: 'accent',
  undone: 'plain',
  'to refund': 'caution',
  refunded: 'plain',
};

type StateProps = { row: Parameters<typeof purchaseState>[0]; now: Date; locale: Locale };

export function StateOfPurchase({ row, now, locale }: StateProps) {
  const state = purchaseState(row, now);
  return <Badge kind={kindOf[state]}>{purchasesWords[locale].list.states[state]}</Badge>;
}

function emptyOf({ search, state }: PurchasesWanted, locale: Locale): { title: string; text: string } {
  const text = purchasesWords[locale].list;
  if (search) return { title: text.noneTitle, text: text.none };
  return state ? { title: text.noneTitle, text: text.noneSuch } : { title: text.emptyTitle, text: text.empty };
}
