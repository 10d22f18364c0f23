import { assessmentWords } from '../../assessment/index.ts';
import { href } from '../../routes.ts';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Markup, markup } from '../../ui/markup.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { words } from '../words.ts';
import { exerciseMarkup, type Tried } from './exercise.tsx';
import { turningMarkup } from './turning.tsx';

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

/** One page of a course: the page that is opened most often, so that it is written as text and not as nodes. */
export function coursePageMarkup({ locale, at, row, queue, newClientId, tried }: CoursePageProps): Markup {
  const { page, course, questions } = row;
  const exercises = questions.map((question, index) =>
    exerciseMarkup({
      locale,
      at,
      language: course.language,
      question,
      order: index + 1,
      clientId: newClientId(),
      tried: tried?.questionId === question.id ? tried : undefined,
    }),
  );
  // The body is HTML that we rendered ourselves when the course was published.
  const article = markup`<article class="prose" lang="${course.language}">${new Markup(page.html)}</article>`;
  const title = words[locale].page.exercises(questions.length);
  const section =
    exercises.length > 0 &&
    markup`<section class="exercises" aria-labelledby="exercises"><h2 id="exercises">${title}</h2>${exercises}</section>`;
  return markup`${headingMarkup({ locale, at, row, queue })}${article}${section}${turningMarkup({ locale, at, row })}`;
}

function headingMarkup({ locale, at, row, queue }: Pick<CoursePageProps, 'locale' | 'at' | 'row' | 'queue'>): Markup {
  const { page, course, outline } = row;
  const { waiting, notSaved, signedOut } = assessmentWords[locale];
  const visit = markup`data-page-visit="${href('visitPage', { ...at, position: page.position })}"`;
  const answers = markup`data-queue="${queue}" data-waiting="${waiting}" data-not-saved="${notSaved}" data-signed-out="${signedOut}"`;
  const place = `${words[locale].page.over(page.position, outline.length)} · ${formatMinutes(page.minutes, locale)}`;
  const over = markup`<p class="over"><span lang="${course.language}">${course.title}</span> · ${place}</p>`;
  return markup`<div class="page-heading" ${visit} ${answers}>${over}<h1 lang="${course.language}">${page.title}</h1></div>`;
}
