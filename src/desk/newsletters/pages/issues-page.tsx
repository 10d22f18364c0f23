import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { words } from '../../operations/words.ts';
import { issueStates, type IssueRow, type IssuesWanted, type IssueState } from '../issue.queries.ts';
import { issueWords } from '../issue-words.ts';
import type { Topic } from '../subscriber.ts';
import { LetterFields } from './letter-fields.tsx';

type IssuesPageProps = {
  locale: Locale;
  wanted: IssuesWanted;
  rows: readonly IssueRow[];
  next: string | undefined;
  hasTopics: boolean;
  /** Addresses that letters come back from. */
  bounced: number;
  now: Date;
};

export function IssuesPage({ locale, wanted, rows, next, hasTopics, bounced, now }: IssuesPageProps) {
  const text = issueWords[locale];
  const isNarrowed = wanted.text !== '' || wanted.state !== undefined;
  const isFirst = !wanted.after;
  return (
    <>
      <PageHeading over={<a href={href('operations')}>{words[locale].operations.title}</a>} title={text.title} lead={text.lead}>
        {hasTopics && <ButtonLink href={href('newIssue')}>{text.write}</ButtonLink>}
        <ButtonLink href={href('newsletterTopics')} kind="quiet">
          {text.topics}
        </ButtonLink>
      </PageHeading>
      <SearchedList
        here={href('newsletterIssues')}
        method="get"
        field="sok"
        searched={wanted.text}
        filters={[stateFilter(wanted, locale)]}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        text={text.list}
        empty={
          isNarrowed
            ? { title: text.list.noneTitle, text: text.list.noneFound }
            : { title: text.emptyTitle, text: hasTopics ? text.empty : text.noTopics }
        }
        {...{ next, isFirst }}
      >
        {rows.length > 0 && <Issues {...{ locale, rows, now }} />}
      </SearchedList>
      {bounced > 0 && <p class="hint">{text.bounced(formatNumber(bounced, locale))}</p>}
    </>
  );
}

function stateFilter({ state }: IssuesWanted, locale: Locale): ListFilter {
  const text = issueWords[locale];
  const options = [{ value: '', text: text.list.any }, ...issueStates.map((value) => ({ value, text: text.states[value] }))];
  return { name: 'lage', label: text.state, options, selected: state ?? '' };
}

function Issues({ locale, rows, now }: Pick<IssuesPageProps, 'locale' | 'rows' | 'now'>) {
  const text = issueWords[locale];
  const subject = (row: IssueRow) => (locale === 'sv' ? row.subject_sv : row.subject_en);
  return (
    <Table
      caption={text.title}
      captionHidden
      rows={rows}
      empty={text.empty}
      columns={[
        { title: text.subjectColumn, cell: (row) => <a href={href('issue', { issue: row.id })}>{subject(row)}</a> },
        { title: text.topic, cell: (row) => (locale === 'sv' ? row.title_sv : row.title_en) },
        { title: text.state, cell: (row) => <Badge>{text.states[stateOf(row, now)]}</Badge> },
      ]}
    />
  );
}

export function stateOf({ state, send_at }: Pick<IssueRow, 'state' | 'send_at'>, now: Date): IssueState {
  if (state === 'sending' && send_at && send_at > now) return 'planned';
  return state as 'draft' | 'sending' | 'sent';
}

type NewIssuePageProps = { locale: Locale; topics: readonly Topic[]; typed: Record<string, string>; errors: FieldError[] };

export function NewIssuePage({ locale, topics, typed, errors }: NewIssuePageProps) {
  const text = issueWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('newsletterIssues')}>{text.title}</a>} title={text.newTitle} />
      {topics.length === 0 ? (
        <EmptyState title={text.noTopicsYet}>
          <a href={href('newsletterTopics')}>{text.addTopic}</a>
        </EmptyState>
      ) : (
        <Form action={href('createIssue')}>
          <HiddenField name="client_id" value={typed['client_id'] ?? ''} />
          <LetterFields locale={locale} topics={topics} typed={typed} errors={errors} />
          <Submit text={text.save} />
        </Form>
      )}
    </>
  );
}
