import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { formatDateTime, formatPercent } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { countedAttempts, nextStart, standingOf, type Attempt } from '../attempt.ts';
import type { FinalTest } from '../assessment.queries.ts';
import { words } from '../words.ts';
import { rulesOf } from './rules.ts';

export type FinalTestPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  now: Date;
  test: FinalTest;
  attempts: Attempt[];
};

/** What the test asks of you, before you begin. */
export function FinalTestPage({ locale, at, now, test, attempts }: FinalTestPageProps) {
  const text = words[locale].test;
  const standing = standingOf(attempts, test, now);
  return (
    <>
      <PageHeading
        over={
          <a href={href('continueCourse', at)} lang={test.courseLanguage}>
            {test.courseTitle}
          </a>
        }
        title={text.title}
      />
      <Standing locale={locale} at={at} now={now} test={test} attempts={attempts} />
      {rulesStand.has(standing) && <Rules locale={locale} test={test} used={countedAttempts(attempts, test, now).length} />}
      {standing === 'may-start' && (
        <Form action={href('startAttempt', at)}>
          <div class="actions">
            <Submit text={text.start} />
            <ButtonLink kind="quiet" href={href('continueCourse', at)}>
              {text.backToCourse}
            </ButtonLink>
          </div>
        </Form>
      )}
      <Earlier locale={locale} at={at} attempts={attempts.filter(({ submittedAt }) => submittedAt !== null)} />
    </>
  );
}

/** Whoever may start now or later reads the rules first. */
const rulesStand: ReadonlySet<string> = new Set(['may-start', 'not-yet', 'waiting', 'pages-first']);

function Standing({ locale, at, now, test, attempts }: FinalTestPageProps) {
  const text = words[locale].test;
  switch (standingOf(attempts, test, now)) {
    case 'passed':
      return (
        <>
          <Notice kind="done" title={text.passed}>
            {text.passedBefore}
          </Notice>
          <p class="actions">
            <ButtonLink href={href('certificate', at)}>{text.toCertificate}</ButtonLink>
          </p>
        </>
      );
    case 'open': {
      const open = attempts.find(({ submittedAt }) => submittedAt === null)!;
      return (
        <>
          <p>{open.deadlineAt ? text.openUntil(formatDateTime(open.deadlineAt, locale)) : text.open}</p>
          <p class="actions">
            <ButtonLink href={href('attempt', { ...at, number: open.number })}>{text.resume}</ButtonLink>
          </p>
        </>
      );
    }
    case 'exhausted':
      return (
        <>
          <Notice kind="important" title={text.exhausted(test.maxAttempts)}>
            {text.exhaustedNext}
          </Notice>
          <p class="actions">
            <ButtonLink href={href('correspondence', at)}>{text.write}</ButtonLink>
            <ButtonLink kind="quiet" href={href('continueCourse', at)}>
              {text.backToCourse}
            </ButtonLink>
          </p>
        </>
      );
    case 'being-marked':
      return (
        <Notice kind="info" title={text.beingMarked}>
          {text.beingMarkedNext}
        </Notice>
      );
    case 'not-yet':
      return <Notice kind="info">{text.notYetOpen(formatDateTime(test.opensAt!, locale))}</Notice>;
    case 'closed':
      return (
        <Notice kind="important" title={text.closed(formatDateTime(test.closesAt!, locale))}>
          {text.exhaustedNext}
        </Notice>
      );
    case 'waiting':
      return <Notice kind="info">{text.waitUntil(formatDateTime(nextStart(attempts, test)!, locale))}</Notice>;
    case 'pages-first':
      return (
        <>
          <Notice kind="info" title={text.pagesFirst}>
            {text.pagesFirstText}
          </Notice>
          <p class="actions">
            <ButtonLink href={href('continueCourse', at)}>{text.backToCourse}</ButtonLink>
          </p>
        </>
      );
    case 'may-start':
      return test.pagesLeft > 0 ? (
        <Notice kind="info" title={text.before}>
          {text.pagesLeft(test.pagesLeft)}
        </Notice>
      ) : null;
  }
}

function Rules({ locale, test, used }: { locale: Locale; test: FinalTest; used: number }) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words[locale].test.rules}</h2>
      <DefinitionList items={rulesOf(test, used, locale)} />
      <noscript>
        <p class="hint">{words[locale].test.withoutScript}</p>
      </noscript>
    </section>
  );
}

function Earlier({ locale, at, attempts }: Pick<FinalTestPageProps, 'locale' | 'at' | 'attempts'>) {
  const text = words[locale].test;
  const { result } = words[locale];
  if (attempts.length === 0) return null;
  const share = ({ points, maxPoints }: Attempt) => formatPercent((points ?? 0) / (maxPoints || 1), locale);
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{text.earlier}</h2>
      <Table
        caption={text.earlier}
        captionHidden
        empty=""
        rows={attempts}
        columns={[
          {
            title: text.attempt,
            cell: (row) => <a href={href('attemptResult', { ...at, number: row.number })}>{text.attemptNumber(row.number)}</a>,
          },
          { title: text.handedIn, cell: (row) => formatDateTime(row.submittedAt!, locale) },
          {
            title: text.outcome,
            cell: (row) => (row.passed === null ? text.isMarked : `${row.passed ? result.passed : result.notYet}, ${share(row)}`),
          },
        ]}
      />
    </section>
  );
}
