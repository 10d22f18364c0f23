import { filmsAlone, findLateStreams, withStreams } from '../../courses/index.ts';
import { NotFound, customerOf, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { addressOf, studentOf } from '../course-page.actions.tsx';
import { WholeCoursePage } from './whole-course-page.tsx';
import { findWholeCourse } from './whole-course.queries.ts';
import { wholeCourseWords } from './words.ts';

async function wholeCourse(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const at = addressOf(visit);
  const course = await house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const found = await findWholeCourse(tx, studentOf(visit), at.course);
    const films = found?.pages.flatMap(({ html }) => filmsAlone(html)) ?? [];
    if (!found || films.length === 0) return found;
    const { streams } = await findLateStreams(tx, customerOf(visit).id, films);
    return { ...found, pages: found.pages.map((one) => ({ ...one, html: withStreams(one.html, streams) })) };
  });
  if (!course) throw new NotFound();
  return page(
    visit,
    { title: wholeCourseWords[locale].title, scripts: ['print-page'] },
    <WholeCoursePage locale={locale} at={at} course={course} />,
  );
}

export const wholeCourseActions = { wholeCourse } satisfies Partial<Record<RouteName, Action>>;
