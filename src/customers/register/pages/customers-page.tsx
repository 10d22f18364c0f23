import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import type { ListOrder } from '../../../ui/list-order.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { termsWords } from '../../agreement/terms-words.ts';
import { customerKinds, states, type ListedCustomer, type ListedState, type Wanted } from '../register.queries.ts';
import { registerWords } from '../words.ts';

type CustomersPageProps = { locale: Locale; wanted: Wanted; rows: readonly ListedCustomer[]; next: string | undefined };

export function CustomersPage({ locale, wanted, rows, next }: CustomersPageProps) {
  const text = registerWords[locale].list;
  const isAll = wanted.text === '' && !wanted.kind && !wanted.state;
  const isFirst = !wanted.after;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead}>
        <ButtonLink href={href('newCustomer')}>{text.new}</ButtonLink>
      </PageHeading>
      <SearchedList
        here={href('customers')}
        method="get"
        field="sok"
        searched={wanted.text}
        searchable
        filters={filtersOf(wanted, locale)}
        order={orderOf(wanted, locale)}
        {...{ next, isFirst, text }}
        empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneTitle, text: text.none }}
      >
        {rows.length > 0 && (
          <Table
            caption={text.title}
            captionHidden
            rows={rows}
            empty={text.none}
            columns={[
              { title: text.name, order: 'name', cell: ({ id, name }) => <a href={href('customerCard', { organisation: id })}>{name}</a> },
              { title: text.kindColumn, cell: ({ kind }) => termsWords[locale].kinds[kind] },
              { title: text.stateColumn, cell: ({ state }) => <State state={state} locale={locale} /> },
              { title: text.ends, order: 'end', cell: ({ ended_at }) => (ended_at ? formatDate(ended_at, locale) : text.goesOn) },
              { title: text.seats, cell: (row) => seatsOf(row, locale) },
            ]}
          />
        )}
      </SearchedList>
    </>
  );
}

export function State({ state, locale }: { state: ListedState; locale: Locale }) {
  const kind = state === 'running' ? 'accent' : state === 'noticed' ? 'caution' : 'plain';
  return <Badge kind={kind}>{termsWords[locale].states[state]}</Badge>;
}

function seatsOf({ seats, used, reserved }: ListedCustomer, locale: Locale): string {
  if (seats === null) return '–';
  const [inUse, promised, all] = [used ?? 0, reserved ?? 0, seats].map((number) => formatNumber(number, locale));
  return registerWords[locale].list.seatsText(inUse!, promised!, all!);
}

function orderOf({ order }: Wanted, locale: Locale): ListOrder {
  const text = registerWords[locale].list;
  const options: ListOrder['options'] = [
    { value: 'name', text: text.byName, column: 'name', direction: 'ascending' },
    { value: 'slut', text: text.byEnd, column: 'end', direction: 'ascending' },
  ];
  return { options, selected: order === 'end' ? 'slut' : 'name' };
}

/** Names of organisations, never of people: they may stand in the address. */
function filtersOf({ state, kind }: Wanted, locale: Locale): ListFilter[] {
  const text = registerWords[locale].list;
  return [
    {
      name: 'lage',
      label: text.state,
      options: [{ value: '', text: text.anyState }, ...states.map((value) => ({ value, text: termsWords[locale].states[value] }))],
      selected: state ?? '',
    },
    {
      name: 'slag',
      label: text.kind,
      options: [{ value: '', text: text.anyKind }, ...customerKinds.map((value) => ({ value, text: termsWords[locale].kinds[value] }))],
      selected: kind ?? '',
    },
  ];
}
