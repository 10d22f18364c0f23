import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatRelativeDay, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { InboxRow } from '../inbox.queries.ts';
import { words } from '../words.ts';

type InboxPageProps = {
  locale: Locale;
  now: Date;
  customer: { slug: string; name: string };
  threads: readonly InboxRow[];
  next: string | undefined;
  isFirst: boolean;
};

export function InboxPage({ locale, now, customer, threads, next, isFirst }: InboxPageProps) {
  const text = words[locale].inbox;
  const here = href('inbox', { customer: customer.slug });
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead} />
      {threads.length === 0 && isFirst ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.caption}
          captionHidden
          rows={threads}
          empty={text.empty}
          columns={[
            { title: text.student, cell: (row) => <Student row={row} customer={customer.slug} locale={locale} /> },
            { title: text.course, cell: ({ course_title }) => course_title },
            { title: text.state, cell: (row) => <State row={row} locale={locale} /> },
            {
              title: text.latest,
              cell: ({ last_sent_at }) =>
                last_sent_at ? `${formatRelativeDay(last_sent_at, now, locale)} ${formatTime(last_sent_at, locale)}` : '',
            },
          ]}
        />
      )}
      {!isFirst && (
        <p>
          <a href={here}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${here}?efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

function Student({ row, customer, locale }: { row: InboxRow; customer: string; locale: Locale }) {
  const text = words[locale];
  const name = `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim();
  return <a href={href('thread', { customer, thread: row.id })}>{name || (row.has_student ? text.inbox.unnamed : text.inbox.former)}</a>;
}

function State({ row, locale }: { row: InboxRow; locale: Locale }) {
  const text = words[locale].inbox;
  return (
    <>
      <Badge kind={row.waiting ? 'caution' : 'plain'}>{row.waiting ? text.waiting : row.has_student ? text.answered : text.ended}</Badge>{' '}
      {row.unread && <Badge kind="accent">{text.unread}</Badge>}
    </>
  );
}
