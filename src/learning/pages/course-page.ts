import { assessmentWords } from '../../assessment/index.ts';
import { inPieces } from '../../courses/index.ts';
import { href } from '../../routes.ts';
import { formatMinutes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Markup, markup } from '../../ui/markup.ts';
import type { CoursePageRow } from '../course-page.queries.ts';
import { ownPartMarkup } from '../notes/pages/own-part.ts';
import { words } from '../words.ts';
import { exerciseMarkup, type Tried } from './exercise.tsx';
import { reflectionMarkup } from './reflection.ts';
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
  /** Going on was asked for before the questions were answered right. */
  unanswered?: boolean;
};

/** One page of a course: the page that is opened most often, so that it is written as text and not as nodes. */
export function coursePageMarkup({ locale, at, row, queue, newClientId, tried, unanswered }: CoursePageProps): Markup {
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
  const placed = new Set<number>();
  // The body is HTML that we rendered ourselves when the course was published. What is the student's own is drawn in its places.
  const body = inPieces(page.html, (place, name) => {
    if (place === 'reflection')
      return reflectionMarkup({ locale, at, position: page.position, box: name, written: row.reflections?.[name] });
    const index = questions.findIndex(({ lineageId }) => lineageId === name);
    if (index < 0 || placed.has(index)) return '';
    placed.add(index);
    return exercises[index]!;
  });
  const article = markup`<article class="prose" lang="${course.language}">${new Markup(body)}</article>`;
  const rest = placed.size > 0 ? exercises.filter((_, index) => !placed.has(index)) : exercises;
  const title = words[locale].page.exercises(rest.length);
  const section =
    rest.length > 0 && markup`<section class="exercises" aria-labelledby="exercises"><h2 id="exercises">${title}</h2>${rest}</section>`;
  const marked = row.bookmarks?.includes(page.position) ?? false;
  const own = ownPartMarkup({ locale, at, position: page.position, note: row.note, marked });
  const refusal = unanswered && refusalMarkup(locale, row.unanswered);
  return markup`${refusal}${headingMarkup({ locale, at, row, queue })}${article}${section}${own}${turningMarkup({ locale, at, row })}`;
}

const refusalMarkup = (locale: Locale, count: number): Markup =>
  markup`<div class="notice problem" role="alert"><p>${words[locale].locked.answerFirst(count)}</p></div>`;

function headingMarkup({ locale, at, row, queue }: Pick<CoursePageProps, 'locale' | 'at' | 'row' | 'queue'>): Markup {
  const { page, course, outline } = row;
  const { waiting, notSaved, signedOut } = assessmentWords[locale];
  const visit = markup`data-page-visit="${href('visitPage', { ...at, position: page.position })}"`;
  const left =
    row.place &&
    markup`data-place="${row.place.permille ?? 0}" data-player="${row.place.player ?? ''}" data-second="${row.place.second ?? ''}"`;
  const answers = markup`data-queue="${queue}" data-waiting="${waiting}" data-not-saved="${notSaved}" data-signed-out="${signedOut}"`;
  const place = `${words[locale].page.over(page.position, outline.length)} · ${formatMinutes(page.minutes, locale)}`;
  const over = markup`<p class="over"><span lang="${course.language}">${course.title}</span> · ${place}</p>`;
  const { listen, pause, resume } = words[locale].listen;
  const aloud = markup`<button type="button" class="quiet" data-listen="${listen}" data-pause="${pause}" data-resume="${resume}" hidden>${listen}</button>`;
  return markup`<div class="page-heading" ${visit} ${left} ${answers}>${over}<h1 lang="${course.language}">${page.title}</h1>${aloud}</div>`;
}
