import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate, formatRelativeDay, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { deskWords } from '../desk-words.ts';
import { answerBy, stateOf, type Desk } from '../enquiry.ts';
import type { InboxRow } from '../inbox.queries.ts';

type InboxPageProps = { locale: Locale; now: Date; desk: Desk; rows: readonly InboxRow[]; next: string | undefined; isFirst: boolean };

export function InboxPage({ locale, now, desk, rows, next, isFirst }: InboxPageProps) {
  const text = deskWords[locale];
  const here = href(desk === 'dpo' ? 'dpoEnquiries' : 'enquiries');
  return (
    <>
      <PageHeading title={text.inbox[desk].title} lead={text.inbox[desk].lead} />
      {rows.length === 0 && isFirst ? (
        <EmptyState title={text.inbox.emptyTitle}>{text.inbox.empty}</EmptyState>
      ) : (
        <Table
          caption={text.inbox[desk].title}
          captionHidden
          rows={rows}
          empty={text.inbox.empty}
          columns={[
            { title: text.inbox.from, cell: ({ id, email }) => <a href={href('enquiry', { enquiry: id })}>{email}</a> },
            { title: text.inbox.kind, cell: ({ kind, organisation }) => [text.kinds[kind], organisation].filter(Boolean).join(', ') },
            { title: text.inbox.state, cell: (row) => <State row={row} now={now} locale={locale} /> },
            {
              title: text.inbox.latest,
              cell: ({ last_sent_at }) => `${formatRelativeDay(last_sent_at, now, locale)} ${formatTime(last_sent_at, locale)}`,
            },
          ]}
        />
      )}
      {!isFirst && (
        <p>
          <a href={here}>{text.inbox.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${here}?efter=${next}`} rel="next">
            {text.inbox.more}
          </a>
        </p>
      )}
    </>
  );
}

type StateProps = { row: Pick<InboxRow, 'waiting_since' | 'closed_at'>; now: Date; locale: Locale };

/** N-42: whoever waits is to be answered by a day, and it shows when that day has passed. */
export function State({ row, now, locale }: StateProps) {
  const text = deskWords[locale];
  const state = stateOf(row);
  if (!row.waiting_since) {
    return (
      <span>
        <Badge>{text.states[state]}</Badge>
      </span>
    );
  }
  const by = answerBy(row.waiting_since);
  const isLate = by < now;
  return (
    <span>
      <Badge kind={isLate ? 'problem' : 'caution'}>{text.states[state]}</Badge>{' '}
      <span class="hint">{isLate ? text.late(formatDate(by, locale)) : text.answerBy(formatDate(by, locale))}</span>
    </span>
  );
}
