import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { words } from '../../operations/words.ts';
import type { IssueRow } from '../issue.queries.ts';
import { issueWords } from '../issue-words.ts';
import type { Topic } from '../subscriber.ts';
import { LetterFields } from './letter-fields.tsx';

type IssuesPageProps = {
  locale: Locale;
  rows: readonly IssueRow[];
  next: string | undefined;
  isFirst: boolean;
  hasTopics: boolean;
  /** Addresses that letters come back from. */
  bounced: number;
  now: Date;
};

export function IssuesPage({ locale, rows, next, isFirst, hasTopics, bounced, now }: IssuesPageProps) {
  const text = issueWords[locale];
  const subject = (row: IssueRow) => (locale === 'sv' ? row.subject_sv : row.subject_en);
  return (
    <>
      <PageHeading over={<a href={href('operations')}>{words[locale].operations.title}</a>} title={text.title} lead={text.lead}>
        {hasTopics && <ButtonLink href={href('newIssue')}>{text.write}</ButtonLink>}
        <ButtonLink href={href('newsletterTopics')} kind="quiet">
          {text.topics}
        </ButtonLink>
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{hasTopics ? text.empty : text.noTopics}</EmptyState>
      ) : (
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
      )}
      {bounced > 0 && <p class="hint">{text.bounced(formatNumber(bounced, locale))}</p>}
      {!isFirst && (
        <p>
          <a href={href('newsletterIssues')}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${href('newsletterIssues')}?fore=${next}`} rel="next">
            {text.older}
          </a>
        </p>
      )}
    </>
  );
}

export function stateOf({ state, send_at }: Pick<IssueRow, 'state' | 'send_at'>, now: Date): 'draft' | 'planned' | 'sending' | 'sent' {
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
