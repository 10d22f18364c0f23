import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { ListSteps } from '../../ui/list-steps.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { BatchRow } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';
import { keyStatuses } from '../key-status.ts';

type BatchesPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  batches: readonly BatchRow[];
  next: string | undefined;
  isFirst: boolean;
};

export function BatchesPage({ locale, customer, batches, next, isFirst }: BatchesPageProps) {
  const text = batchWords[locale].list;
  const here = href('keyBatches', { customer: customer.slug });
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <ButtonLink href={href('newKeyBatch', { customer: customer.slug })}>{text.make}</ButtonLink>
        <ButtonLink href={href('newKeyList', { customer: customer.slug })} kind="quiet">
          {text.fromList}
        </ButtonLink>
      </PageHeading>
      {batches.length === 0 && isFirst ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <BatchTable locale={locale} customer={customer.slug} batches={batches} />
      )}
      <ListSteps here={here} {...{ next, isFirst, text }} />
    </>
  );
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
          cell: ({ id, label, course_title }) => (
            <>
              <a href={href('keyBatch', { customer, batch: id })}>{label}</a>
              <br />
              <span class="hint">{course_title}</span>
            </>
          ),
        },
        { title: text.made, cell: ({ created_at }) => formatDate(created_at, locale) },
        ...keyStatuses.map((status) => ({
          title: statuses[status],
          numeric: true,
          cell: ({ counts }: BatchRow) => formatNumber(counts[status] ?? 0, locale),
        })),
      ]}
    />
  );
}
