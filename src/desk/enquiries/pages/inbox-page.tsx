import { href } from '../../../routes.ts';
import { ErrorSummary } from '../../../ui/form.tsx';
import { formatRelativeDay, formatTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { deskWords } from '../desk-words.ts';
import { enquiryStates, type Desk } from '../enquiry.ts';
import type { InboxFilter, InboxRow } from '../inbox.queries.ts';
import { CaseState } from '../../support/pages/case-state.tsx';

type InboxPageProps = {
  locale: Locale;
  now: Date;
  desk: Desk;
  filter: InboxFilter;
  /** Who reads. */
  me: string;
  rows: readonly InboxRow[];
  next: string | undefined;
  isFirst: boolean;
  error: string | undefined;
};

export function InboxPage(props: InboxPageProps) {
  const { locale, desk, rows, isFirst, next, filter, error } = props;
  const text = deskWords[locale];
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'search', text: error }] : []} locale={locale} />
      <PageHeading title={text.inbox[desk].title} lead={text.inbox[desk].lead}>
        {desk === 'support' && <a href={href('supportClock')}>{text.clock.title}</a>}
        <a href={href('cannedAnswers')}>{text.canned.title}</a>
      </PageHeading>
      <SearchedList
        here={href(inboxOf(desk))}
        searchAt={href(desk === 'dpo' ? 'searchDpoEnquiries' : 'searchEnquiries')}
        field="search"
        searched={filter.search}
        searchable
        filters={filtersOf(props)}
        filtersInAddress
        next={next}
        isFirst={isFirst}
        error={error}
        text={{ ...text.inbox, ...text.search }}
        empty={emptyOf(props)}
      >
        {rows.length > 0 && <Cases {...props} />}
      </SearchedList>
    </>
  );
}

/** Each desk has its own. */
export const inboxOf = (desk: Desk) => (desk === 'dpo' ? 'dpoEnquiries' : 'enquiries');

function Cases({ locale, now, desk, rows, me }: InboxPageProps) {
  const text = deskWords[locale];
  return (
    <Table
      caption={text.inbox[desk].title}
      captionHidden
      rows={rows}
      empty={text.inbox.empty}
      columns={[
        { title: text.inbox.from, cell: ({ id, email }) => <a href={href('enquiry', { enquiry: id })}>{email}</a> },
        {
          title: text.inbox.kind,
          cell: ({ kind, organisation, subject }) => [text.kinds[kind], organisation || subject].filter(Boolean).join(', '),
        },
        { title: text.inbox.state, cell: (row) => <CaseState row={row} now={now} locale={locale} /> },
        { title: text.inbox.assigned, cell: ({ assignee_id }) => assignedText(assignee_id, me, text.inbox) },
        {
          title: text.inbox.latest,
          cell: ({ last_sent_at }) => `${formatRelativeDay(last_sent_at, now, locale)} ${formatTime(last_sent_at, locale)}`,
        },
      ]}
    />
  );
}

function assignedText(assignee: string | null, me: string, text: { nobody: string; me: string; colleague: string }): string {
  if (!assignee) return text.nobody;
  return assignee === me ? text.me : text.colleague;
}

function filtersOf({ locale, filter }: InboxPageProps): ListFilter[] {
  const text = deskWords[locale];
  const all = { value: '', text: text.inbox.all };
  const shown = (chosen: string) => (chosen === 'all' ? '' : chosen);
  return [
    {
      name: 'lage',
      label: text.inbox.state,
      options: [all, ...enquiryStates.map((state) => ({ value: state, text: text.states[state] }))],
      selected: shown(filter.state),
    },
    {
      name: 'ansvarig',
      label: text.inbox.assigned,
      options: [all, { value: 'mine', text: text.inbox.mine }, { value: 'nobody', text: text.inbox.nobody }],
      selected: shown(filter.assigned),
    },
  ];
}

function emptyOf({ locale, filter }: InboxPageProps): { title: string; text: string } {
  const text = deskWords[locale];
  if (filter.search) return { title: text.search.noneTitle, text: text.search.none };
  const isNarrowed = filter.state !== 'all' || filter.assigned !== 'all';
  return { title: text.inbox.emptyTitle, text: isNarrowed ? text.inbox.noneSuch : text.inbox.empty };
}
