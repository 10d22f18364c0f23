import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Select, Submit, TextField } from '../../../ui/form.tsx';
import { formatRelativeDay, formatTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
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
  const { locale, desk, rows, isFirst, filter, error } = props;
  const text = deskWords[locale];
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'search', text: error }] : []} locale={locale} />
      <PageHeading title={text.inbox[desk].title} lead={text.inbox[desk].lead}>
        {desk === 'support' && <a href={href('supportClock')}>{text.clock.title}</a>}
        <a href={href('cannedAnswers')}>{text.canned.title}</a>
      </PageHeading>
      {!filter.search && <Filter {...props} />}
      {desk === 'support' && <Search {...props} />}
      {rows.length > 0 ? <Cases {...props} /> : !error && <Nothing {...props} />}
      {(!isFirst || filter.search) && (
        <p>
          <a href={hereOf(desk)}>{text.inbox.first}</a>
        </p>
      )}
      <More {...props} />
    </>
  );
}

const hereOf = (desk: Desk) => href(desk === 'dpo' ? 'dpoEnquiries' : 'enquiries');

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

function Filter({ locale, desk, filter }: InboxPageProps) {
  const text = deskWords[locale];
  const all = { value: 'all', text: text.inbox.all };
  return (
    <Form action={hereOf(desk)} method="get">
      <div class="in-a-row">
        <Select
          name="lage"
          label={text.inbox.state}
          options={[all, ...enquiryStates.map((state) => ({ value: state, text: text.states[state] }))]}
          selected={filter.state}
        />
        <Select
          name="ansvarig"
          label={text.inbox.assigned}
          options={[all, { value: 'mine', text: text.inbox.mine }, { value: 'nobody', text: text.inbox.nobody }]}
          selected={filter.assigned}
        />
        <Submit text={text.inbox.filter} kind="quiet" />
      </div>
    </Form>
  );
}

function Search({ locale, filter, error }: InboxPageProps) {
  const text = deskWords[locale].search;
  return (
    <Form action={href('searchEnquiries')}>
      <div class="in-a-row">
        <TextField
          name="search"
          type="search"
          label={text.label}
          hint={text.hint}
          value={filter.search}
          autocomplete="off"
          spellcheck={false}
          {...(error ? { error } : {})}
        />
        <Submit text={text.button} kind="quiet" />
      </div>
    </Form>
  );
}

function Nothing({ locale, isFirst, filter }: InboxPageProps) {
  const text = deskWords[locale];
  if (filter.search) return <EmptyState title={text.search.noneTitle}>{text.search.none}</EmptyState>;
  if (filter.state !== 'all' || filter.assigned !== 'all')
    return <EmptyState title={text.inbox.emptyTitle}>{text.inbox.noneSuch}</EmptyState>;
  return isFirst ? <EmptyState title={text.inbox.emptyTitle}>{text.inbox.empty}</EmptyState> : null;
}

function More({ locale, desk, filter, next }: InboxPageProps) {
  if (!next) return null;
  const text = deskWords[locale].inbox;
  if (filter.search) {
    return (
      <Form action={href('searchEnquiries')}>
        <HiddenField name="search" value={filter.search} />
        <HiddenField name="after" value={next} />
        <Submit text={text.more} kind="quiet" />
      </Form>
    );
  }
  const narrowed = `${filter.state === 'all' ? '' : `&lage=${filter.state}`}${filter.assigned === 'all' ? '' : `&ansvarig=${filter.assigned}`}`;
  return (
    <p>
      <a href={`${hereOf(desk)}?efter=${next}${narrowed}`} rel="next">
        {text.more}
      </a>
    </p>
  );
}
