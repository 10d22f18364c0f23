import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { MarkedCourse, OpenReview, QueueRow } from '../queue.queries.ts';
import { markingWords } from '../words.ts';

type QueuePageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: MarkedCourse;
  queue: QueueRow[];
  reviews: OpenReview[];
  /** The place of the last review, when there are more. */
  next: string | undefined;
  isFirst: boolean;
  ready: number;
};

/** What waits to be marked, question by question: whoever marks the same question in a row is fairer. */
export function QueuePage({ locale, at, course, queue, reviews, next, isFirst, ready }: QueuePageProps) {
  const text = markingWords[locale].queue;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageHeading over={<a href={href('course', at)}>{course.title}</a>} title={text.title(course.title)} lead={text.lead} />
      {queue.length === 0 && reviews.length === 0 && isFirst && <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      {queue.length > 0 && (
        <Table
          caption={text.toMark}
          empty=""
          rows={queue}
          columns={[
            {
              title: text.question,
              cell: (row) =>
                row.first ? (
                  <a href={href('markAnswer', { ...at, attempt: row.first, question: row.questionId })} lang={course.language}>
                    {row.prompt}
                  </a>
                ) : (
                  <span lang={course.language}>{row.prompt}</span>
                ),
            },
            { title: text.unmarked, cell: (row) => number(row.unmarked), numeric: true },
            { title: text.secondLook, cell: (row) => number(row.secondLook), numeric: true },
            { title: text.marked, cell: (row) => number(row.marked), numeric: true },
          ]}
        />
      )}
      {ready > 0 && (
        <section>
          <h2>{text.readyTitle}</h2>
          <Form action={href('releaseResults', at)}>
            <p>{text.ready(ready, number(ready))}</p>
            <Submit text={text.release} />
          </Form>
        </section>
      )}
      {(reviews.length > 0 || !isFirst) && (
        <section>
          <h2>{text.reviews}</h2>
          <ul>
            {reviews.map(({ attemptId, questionId, prompt, requestedAt }) => (
              <li key={`${attemptId}${questionId}`}>
                <a href={href('markAnswer', { ...at, attempt: attemptId, question: questionId })} lang={course.language}>
                  {prompt}
                </a>{' '}
                <span class="facts">{formatDateTime(requestedAt, locale)}</span>
              </li>
            ))}
          </ul>
          <ListSteps here={href('marking', at)} text={{ first: text.firstReviews, more: text.moreReviews }} {...{ next, isFirst }} />
        </section>
      )}
    </>
  );
}
