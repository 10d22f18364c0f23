import { href } from '../../routes.ts';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { receiptWords } from '../receipts/words.ts';
import { erasureStates, erasureWays, toldStates, type ErasureListed, type ErasuresWanted } from './notices.queries.ts';
import { supplierWords } from './words.ts';

type Props = { locale: Locale; wanted: ErasuresWanted; rows: ErasureListed[]; next: string | undefined };

export function ErasuresPage({ locale, wanted, rows, next }: Props) {
  const text = supplierWords[locale];
  const { number, state, way, told: asked, after } = wanted;
  const isNarrowed = number !== '' || [state, way, asked].some(Boolean);
  const isFirst = !after;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <SearchedList
        here={href('erasures')}
        method="get"
        field="sok"
        searched={number}
        filters={filtersOf(wanted, locale)}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        order={{
          selected: wanted.order,
          options: [
            { value: 'latest', text: text.list.orders.latest, column: 'asked', direction: 'descending' },
            { value: 'oldest', text: text.list.orders.oldest, column: 'asked', direction: 'ascending' },
          ],
        }}
        text={text.list}
        empty={isNarrowed ? { title: text.list.noneTitle, text: text.list.noneFound } : { title: text.empty, text: text.list.emptyText }}
        {...{ next, isFirst }}
      >
        {rows.length > 0 && <Erasures {...{ locale, rows }} />}
      </SearchedList>
    </>
  );
}

function filtersOf({ state, way, told: asked }: ErasuresWanted, locale: Locale): ListFilter[] {
  const text = supplierWords[locale];
  const { ways } = receiptWords[locale];
  const any = { value: '', text: text.list.any };
  return [
    {
      name: 'lage',
      label: text.state,
      options: [any, ...erasureStates.map((value) => ({ value, text: capital(text.states[value]) }))],
      selected: state ?? '',
    },
    {
      name: 'slag',
      label: text.way,
      options: [any, ...erasureWays.map((value) => ({ value, text: capital(ways[value]) }))],
      selected: way ?? '',
    },
    {
      name: 'svar',
      label: text.suppliers,
      options: [any, ...toldStates.map((value) => ({ value, text: text.list.told[value] }))],
      selected: asked ?? '',
    },
  ];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Erasures({ locale, rows }: Pick<Props, 'locale' | 'rows'>) {
  const text = supplierWords[locale];
  const states: Record<string, string> = text.states;
  const ways: Record<string, string> = receiptWords[locale].ways;
  return (
    <Table
      caption={text.title}
      captionHidden
      columns={[
        {
          title: text.asked,
          order: 'asked',
          cell: ({ id, requested_at }: ErasureListed) => (
            <a href={href('erasure', { erasure: id })}>{formatDateTime(requested_at, locale)}</a>
          ),
        },
        { title: text.way, cell: ({ way }) => ways[way] },
        { title: text.state, cell: ({ state }) => states[state] },
        { title: text.suppliers, cell: (row) => told(row, locale) },
      ]}
      rows={rows}
      empty={text.empty}
    />
  );
}

function told({ notices, open }: ErasureListed, locale: Locale): string {
  const text = supplierWords[locale];
  if (notices === 0) return text.none;
  return open === 0 ? text.allTold(formatNumber(notices, locale)) : text.waiting(formatNumber(open, locale), formatNumber(notices, locale));
}
