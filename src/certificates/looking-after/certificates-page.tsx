import type { Field } from '../../people/index.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { ListOrder, Order } from '../../ui/list-order.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { stateOf } from '../certificate-state.ts';
import { StateBadge } from '../state-badge.tsx';
import { words } from '../words.ts';
import {
  certificateFilters,
  certificateOrdersShown,
  type CertificateFilter,
  type CertificateOrder,
  type CertificateRow,
} from './looking-after.queries.ts';

export type CertificatesPageProps = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string; shown: readonly Field[] };
  asked: { search: string; state: CertificateFilter | undefined; order: CertificateOrder | undefined; after: string | undefined };
  rows: readonly (CertificateRow & { name: string })[];
  next: string | undefined;
  error: string | undefined;
  now: Date;
};

export function CertificatesPage(props: CertificatesPageProps) {
  const { locale, customer, course, asked, rows, next, error } = props;
  const text = words[locale].looking;
  const at = { customer, course: course.slug };
  const isDue = asked.state === 'due';
  const isFirst = !asked.after;
  const isNarrowed = asked.search !== '' || asked.state !== undefined;
  return (
    <>
      <ErrorSummary locale={locale} errors={error ? [{ name: 'search', text: error }] : []} />
      <PageHeading
        over={<a href={href('statistics', at)}>{course.title}</a>}
        title={isDue ? text.dueTitle : text.title}
        lead={isDue ? text.dueLead : text.lead}
      >
        <ButtonLink href={href('certificateTemplate', at)} kind="quiet">
          {words[locale].template.title}
        </ButtonLink>
      </PageHeading>
      <SearchedList
        here={href('courseCertificates', at)}
        field="search"
        searched={asked.search}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        filters={[stateFilter(asked.state, locale)]}
        filtersInAddress
        order={orderOf(props)}
        {...{ next, isFirst, text, error }}
        empty={emptyOf(props)}
      >
        {rows.length > 0 && <Certificates {...props} />}
      </SearchedList>
    </>
  );
}

function stateFilter(state: CertificateFilter | undefined, locale: Locale): ListFilter {
  const { looking, states } = words[locale];
  const textOf = (one: CertificateFilter) => (one === 'due' ? looking.due : states[one]);
  const options = [{ value: '', text: looking.anyState }, ...certificateFilters.map((value) => ({ value, text: textOf(value) }))];
  return { name: 'state', label: looking.state, options, selected: state ?? '' };
}

const columns: Record<CertificateOrder, Pick<Order, 'column' | 'direction'>> = {
  issued: { column: 'issued', direction: 'descending' },
  expires: { column: 'expires', direction: 'ascending' },
  name: { column: 'name', direction: 'ascending' },
};

function orderOf({ locale, course: { shown }, asked }: CertificatesPageProps): ListOrder {
  const { orders } = words[locale].looking;
  const options = certificateOrdersShown(shown, asked.state).map((value) => ({ value, text: orders[value], ...columns[value] }));
  return { options, selected: asked.order };
}

function emptyOf({ locale, asked: { search, state } }: CertificatesPageProps): { title: string; text: string } {
  const text = words[locale].looking;
  if (state === 'due' && search === '') return { title: text.nobodyDueTitle, text: text.nobodyDue };
  return search || state ? { title: text.noneTitle, text: text.noneFound } : { title: text.emptyTitle, text: text.empty };
}

function Certificates({ locale, customer, course, asked, rows, now }: CertificatesPageProps) {
  const text = words[locale].looking;
  return (
    <Table
      caption={asked.state === 'due' ? text.dueTitle : text.title}
      captionHidden
      rows={rows}
      empty={text.empty}
      columns={[
        {
          title: words[locale].number,
          cell: (row) => (
            <a class="code" href={href('courseCertificate', { customer, course: course.slug, certificate: row.id })}>
              {row.number}
            </a>
          ),
        },
        { title: words[locale].holder, order: 'name', cell: (row) => row.name || text.noName },
        { title: words[locale].issued, order: 'issued', cell: (row) => formatDate(row.issuedAt, locale) },
        {
          title: words[locale].validUntil,
          order: 'expires',
          cell: (row) => (row.expiresAt ? formatDate(row.expiresAt, locale) : text.forever),
        },
        { title: text.state, cell: (row) => <StateBadge state={stateOf(row, now)} locale={locale} /> },
      ]}
    />
  );
}
