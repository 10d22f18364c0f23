import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { handedStates, requestKinds, type HandedRequest } from '../request.ts';
import type { HandedWanted } from '../requests.queries.ts';
import { handedWords } from '../words.ts';
import { Due } from './due.tsx';

type ListProps = {
  locale: Locale;
  now: Date;
  customer: { slug: string; name: string };
  wanted: HandedWanted;
  rows: HandedRequest[];
  next: string | undefined;
  error: string | undefined;
};

export function HandedListPage({ locale, now, customer, wanted, rows, next, error }: ListProps) {
  const text = handedWords[locale];
  const { list } = text;
  const isNarrowed = wanted.email !== '' || wanted.state !== undefined || wanted.kind !== undefined;
  const isFirst = !wanted.after;
  return (
    <>
      {error && <ErrorSummary locale={locale} errors={[{ name: 'text', text: error }]} />}
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <ButtonLink href={href('members', { customer: customer.slug })} kind="quiet">
          {text.members}
        </ButtonLink>
      </PageHeading>
      <SearchedList
        here={href('handedRequests', { customer: customer.slug })}
        field="text"
        searched={wanted.email}
        filters={filtersOf(wanted, locale)}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        text={list}
        empty={isNarrowed ? { title: list.noneTitle, text: list.noneFound } : { title: text.empty, text: list.emptyText }}
        {...{ error, next, isFirst }}
      >
        {rows.length > 0 && <Requests {...{ locale, now, customer, rows }} />}
      </SearchedList>
    </>
  );
}

function filtersOf({ state, kind }: HandedWanted, locale: Locale): ListFilter[] {
  const text = handedWords[locale];
  const any = { value: '', text: text.list.any };
  const states = handedStates.map((value) => ({ value, text: text.states[value] }));
  const kinds = requestKinds.map((value) => ({ value, text: text.kinds[value] }));
  return [
    { name: 'lage', label: text.state, options: [any, ...states], selected: state ?? '' },
    { name: 'slag', label: text.what, options: [any, ...kinds], selected: kind ?? '' },
  ];
}

function Requests({ locale, now, customer, rows }: Pick<ListProps, 'locale' | 'now' | 'customer' | 'rows'>) {
  const text = handedWords[locale];
  return (
    <Table
      caption={text.title}
      captionHidden
      rows={rows}
      empty={text.empty}
      columns={[
        {
          title: text.from,
          cell: ({ id, email }: HandedRequest) => <a href={href('handedRequest', { customer: customer.slug, handed: id })}>{email}</a>,
        },
        { title: text.what, cell: ({ kind }) => text.kinds[kind] },
        { title: text.state, cell: ({ state }) => text.states[state] },
        { title: text.by, cell: (row) => <Due row={row} now={now} locale={locale} /> },
      ]}
    />
  );
}
