import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { formatPercent } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { countedAttempts, showsKey, standingOf, type Attempt } from '../attempt.ts';
import type { FinalTest, PageToReread, SavedReply } from '../assessment.queries.ts';
import type { HandedFile } from '../handed-file.queries.ts';
import type { Marking, Review } from '../marking/marking.queries.ts';
import type { Question } from '../question.ts';
import { words } from '../words.ts';
import { ResultItem } from './result-item.tsx';

export type ResultPageProps = {
  locale: Locale;
  at: { customer: string; course: string; number: number };
  now: Date;
  test: FinalTest;
  attempts: Attempt[];
  attempt: Attempt;
  questions: Question[];
  replies: SavedReply[];
  toReread: PageToReread[];
  files: HandedFile[];
  markings: Marking[];
  reviews: Review[];
  /** Names what waited in the browser while the attempt was under way. */
  queue: string;
  /** A request for a review that could not be read. */
  refused?: { questionId: string; typed: string; error: string };
};

export function ResultPage(props: ResultPageProps) {
  const { locale, at, now, test, attempt, attempts, questions, replies } = props;
  const text = words[locale].result;
  const standing = standingOf(attempts, test, now);
  const replyTo = new Map(replies.map((reply) => [reply.questionId, reply]));
  const share = (attempt.points ?? 0) / (attempt.maxPoints || 1);
  const late = attempt.deadlineAt !== null && attempt.submittedAt?.getTime() === attempt.deadlineAt.getTime();
  const key = showsKey(test.answersShown, standing);
  const isMarked = attempt.passed !== null;
  return (
    <>
      <PageHeading
        over={
          <a href={href('continueCourse', at)} lang={test.courseLanguage}>
            {test.courseTitle}
          </a>
        }
        title={isMarked ? (attempt.passed ? text.passed : text.notYet) : text.beingMarked}
        lead={
          !isMarked
            ? text.beingMarkedLead
            : `${text.score(attempt.points ?? 0, attempt.maxPoints ?? 0, formatPercent(share, locale))} ${text.needed(formatPercent(test.passPercent / 100, locale))}`
        }
      >
        <NextStep {...props} />
      </PageHeading>
      {late && <Notice kind="info">{text.late}</Notice>}
      {attempt.passed === false && standing !== 'passed' && <Reread {...props} />}
      <section aria-labelledby="questions" data-over={props.queue}>
        <h2 id="questions">{text.questions}</h2>
        {!key && <p>{words[locale].test.answersShown[test.answersShown]}</p>}
        <ol class="results">
          {questions.map((question) => (
            <ResultItem
              key={question.id}
              locale={locale}
              language={test.courseLanguage}
              question={question}
              saved={replyTo.get(question.id)}
              showsKey={key}
              isMarked={isMarked}
              at={at}
              file={props.files.find(({ questionId }) => questionId === question.id)}
              marking={props.markings.find(({ questionId }) => questionId === question.id)}
              review={props.reviews.find(({ questionId }) => questionId === question.id)}
              refused={props.refused?.questionId === question.id ? props.refused : undefined}
            />
          ))}
        </ol>
      </section>
    </>
  );
}

function NextStep({ locale, at, now, test, attempts }: ResultPageProps) {
  const text = words[locale].result;
  const { toCertificate, backToCourse, attemptsLeft, exhausted, resume } = words[locale].test;
  switch (standingOf(attempts, test, now)) {
    case 'passed':
      return <ButtonLink href={href('certificate', at)}>{toCertificate}</ButtonLink>;
    case 'may-start':
      return (
        <>
          <ButtonLink href={href('finalTest', at)}>{text.again}</ButtonLink>
          <span>{attemptsLeft(test.maxAttempts - countedAttempts(attempts, test, now).length, test.maxAttempts)}</span>
        </>
      );
    case 'open':
      return <ButtonLink href={href('finalTest', at)}>{resume}</ButtonLink>;
    case 'being-marked':
    case 'not-yet':
    case 'closed':
    case 'pages-first':
    case 'waiting':
      return (
        <ButtonLink kind="quiet" href={href('finalTest', at)}>
          {words[locale].test.title}
        </ButtonLink>
      );
    case 'exhausted':
      return (
        <>
          <ButtonLink kind="quiet" href={href('continueCourse', at)}>
            {backToCourse}
          </ButtonLink>
          <Badge>{exhausted(test.maxAttempts)}</Badge>
        </>
      );
  }
}

function Reread({ locale, at, test, toReread }: ResultPageProps) {
  const text = words[locale].result;
  return (
    <section aria-labelledby="reread">
      <h2 id="reread">{text.reread}</h2>
      <p>{toReread.length === 0 ? text.rereadAll : text.rereadText}</p>
      {toReread.length > 0 && (
        <ul lang={test.courseLanguage}>
          {toReread.map(({ position, title }) => (
            <li key={position}>
              <a href={href('coursePage', { ...at, position })}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
