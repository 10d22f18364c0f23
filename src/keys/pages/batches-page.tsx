import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { ListOrder } from '../../ui/list-order.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { BatchesWanted, BatchRow, CourseForKeys } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';
import { keyStatuses } from '../key-status.ts';

type BatchesPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  courses: readonly CourseForKeys[];
  wanted: BatchesWanted;
  batches: readonly BatchRow[];
  next: string | undefined;
};

export function BatchesPage({ locale, customer, courses, wanted, batches, next }: BatchesPageProps) {
  const text = batchWords[locale].list;
  const { label, course, order, after } = wanted;
  const isFirst = after === undefined;
  const isAll = label === '' && !course;
  const here = href('keyBatches', { customer: customer.slug });
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <ButtonLink href={href('newKeyBatch', { customer: customer.slug })}>{text.make}</ButtonLink>
        <ButtonLink href={href('newKeyList', { customer: customer.slug })} kind="quiet">
          {text.fromList}
        </ButtonLink>
      </PageHeading>
      <SearchedList
        here={here}
        method="get"
        field="sok"
        searched={label}
        searchable={!isAll || !isFirst || batches.length > 1}
        filters={[
          {
            name: 'kurs',
            label: text.course,
            options: [{ value: '', text: text.anyCourse }, ...courses.map(({ slug, title }) => ({ value: slug, text: title }))],
            selected: course ?? '',
          },
        ]}
        order={orderOf(order, locale)}
        {...{ next, isFirst, text }}
        empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneTitle, text: text.none }}
      >
        {batches.length > 0 && <BatchTable locale={locale} customer={customer.slug} batches={batches} />}
      </SearchedList>
    </>
  );
}

function orderOf(selected: BatchesWanted['order'], locale: Locale): ListOrder {
  const { list: text } = batchWords[locale];
  const options: ListOrder['options'] = [
    { value: 'newest', text: text.byTime, column: 'made', direction: 'descending' },
    { value: 'name', text: text.byName, column: 'name', direction: 'ascending' },
  ];
  return { options, selected };
}

type BatchTableProps = { locale: Locale; customer: string; batches: readonly BatchRow[] };

function BatchTable({ locale, customer, batches }: BatchTableProps) {
  const { list: text, statuses } = batchWords[locale];
  return (
    <Table
      caption={text.caption}
      captionHidden
      rows={batches}
      empty={text.empty}
      columns={[
        {
          title: text.batch,
          order: 'name',
          cell: ({ id, label, course_title }) => (
            <>
              <a href={href('keyBatch', { customer, batch: id })}>{label}</a>
              <br />
              <span class="hint">{course_title}</span>
            </>
          ),
        },
        { title: text.made, order: 'made', cell: ({ created_at }) => formatDate(created_at, locale) },
        ...keyStatuses.map((status) => ({
          title: statuses[status],
          numeric: true,
          cell: ({ counts }: BatchRow) => formatNumber(counts[status] ?? 0, locale),
        })),
      ]}
    />
  );
}
