import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatRelativeDay, formatTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { deskWords } from '../../enquiries/desk-words.ts';
import { showNumber, stateOf } from '../../enquiries/enquiry.ts';
import type { OwnEnquiryRow } from '../my-enquiries.queries.ts';

type Row = OwnEnquiryRow & { token: string };

export function MyEnquiriesPage({
  locale,
  now,
  rows,
  next,
}: {
  locale: Locale;
  now: Date;
  rows: readonly Row[];
  next: string | undefined;
}) {
  const text = deskWords[locale];
  return (
    <>
      <PageHeading title={text.mine.title} lead={text.mine.lead} />
      {rows.length === 0 ? (
        <EmptyState title={text.mine.emptyTitle}>{text.mine.empty}</EmptyState>
      ) : (
        <Table
          caption={text.mine.caption}
          captionHidden
          rows={rows}
          empty={text.mine.empty}
          columns={[
            {
              title: text.mine.number,
              cell: ({ case_number, token }) => <a href={href('ownEnquiry', { token })}>{showNumber(case_number)}</a>,
            },
            { title: text.inbox.kind, cell: ({ kind }) => text.kinds[kind] },
            { title: text.inbox.state, cell: (row) => <Badge>{text.mine.states[stateOf({ ...row, assignee_id: null })]}</Badge> },
            {
              title: text.inbox.latest,
              cell: ({ last_sent_at }) => `${formatRelativeDay(last_sent_at, now, locale)} ${formatTime(last_sent_at, locale)}`,
            },
          ]}
        />
      )}
      {next && (
        <p>
          <a href={`${href('myEnquiries')}?efter=${next}`} rel="next">
            {text.inbox.more}
          </a>
        </p>
      )}
      <p>
        <a href={href('contact')}>{text.mine.write}</a>
      </p>
    </>
  );
}
