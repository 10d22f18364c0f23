import { fillPlaces } from '../../courses/index.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { markup, Markup } from '../../ui/markup.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { CourseAddress } from '../pages/course-page.ts';
import type { WholeCourse, WholePage } from './whole-course.queries.ts';
import { wholeCourseWords } from './words.ts';

type WholeCoursePageProps = { locale: Locale; at: CourseAddress; course: WholeCourse };

/** Every page of a course after one another, for paper: questions as what is asked, boxes with what the student has written. */
export function WholeCoursePage({ locale, at, course }: WholeCoursePageProps) {
  const text = wholeCourseWords[locale];
  return (
    <>
      <PageHeading
        over={
          <a href={href('continueCourse', at)} lang={course.language}>
            {course.title}
          </a>
        }
        title={text.title}
        lead={text.lead}
      >
        <button type="button" class="primary" data-print-page hidden>
          {text.print}
        </button>
      </PageHeading>
      {course.waiting > 0 && <p>{text.waiting(course.waiting)}</p>}
      {course.pages.map((page, index) => (
        <section key={page.position} class="page-apart" lang={course.language}>
          {page.section && page.section !== course.pages[index - 1]?.section && <p class="outline-section">{page.section}</p>}
          <h2>
            {page.position}. {page.title}
          </h2>
          <div class="prose" dangerouslySetInnerHTML={{ __html: bodyOf(page, course.language) }} />
        </section>
      ))}
    </>
  );
}

/** HTML of our own. What is folded stands open: paper has nothing to press. */
function bodyOf(page: WholePage, language: Locale): string {
  const text = wholeCourseWords[language];
  const placed = new Set<string>();
  const asked = (prompt: string) => markup`<p><strong>${text.exercise}:</strong> ${prompt}</p>`.text;
  const body = fillPlaces(page.html, (place, name) => {
    if (place === 'reflection') return written(page.reflections?.[name], text.own);
    const question = page.questions.find(({ lineageId }) => lineageId === name);
    if (!question || placed.has(name)) return '';
    placed.add(name);
    return asked(question.prompt);
  });
  const rest = page.questions.filter(({ lineageId }) => !placed.has(lineageId)).map(({ prompt }) => asked(prompt));
  return new Markup(body + rest.join('')).text.replaceAll('<details', '<details open');
}

const written = (words: string | undefined, label: string): string =>
  words ? markup`<p><strong>${label}:</strong></p><p class="as-written">${words}</p>`.text : '<div class="lines-to-write"></div>';
