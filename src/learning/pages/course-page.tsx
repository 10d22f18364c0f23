import { assessmentWords } from '../../assessment/index.ts';
import { href } from '../../routes.ts';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { words } from '../words.ts';
import { Exercise, type Tried } from './exercise.tsx';
import { Turning } from './turning.tsx';

export type CourseAddress = { customer: string; course: string };

export type CoursePageProps = {
  locale: Locale;
  at: CourseAddress;
  row: CoursePageRow;
  /** Names this enrolment's waiting answers in the browser, and tells nothing else. */
  queue: string;
  /** A fresh id for each try that this page can send. */
  newClientId: () => string;
  tried?: Tried | undefined;
};

/** One page of a course. The body is HTML that we rendered ourselves when the course was published. */
export function CoursePage({ locale, at, row, queue, newClientId, tried }: CoursePageProps) {
  const text = words[locale].page;
  const { page, course, questions, outline } = row;
  return (
    <>
      <div
        class="page-heading"
        data-page-visit={href('visitPage', { ...at, position: page.position })}
        data-queue={queue}
        data-waiting={assessmentWords[locale].waiting}
        data-not-saved={assessmentWords[locale].notSaved}
        data-signed-out={assessmentWords[locale].signedOut}
      >
        <p class="over">
          <span lang={course.language}>{course.title}</span> · {text.over(page.position, outline.length)} ·{' '}
          {formatMinutes(page.minutes, locale)}
        </p>
        <h1 lang={course.language}>{page.title}</h1>
      </div>
      <article class="prose" lang={course.language} dangerouslySetInnerHTML={{ __html: page.html }} />
      {questions.length > 0 && (
        <section class="exercises" aria-labelledby="exercises">
          <h2 id="exercises">{text.exercises(questions.length)}</h2>
          {questions.map((question, index) => (
            <Exercise
              key={question.id}
              locale={locale}
              at={at}
              language={course.language}
              question={question}
              order={index + 1}
              clientId={newClientId()}
              tried={tried?.questionId === question.id ? tried : undefined}
            />
          ))}
        </section>
      )}
      <Turning locale={locale} at={at} row={row} />
    </>
  );
}
