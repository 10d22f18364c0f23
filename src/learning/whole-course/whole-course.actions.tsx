import { NotFound, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { addressOf, studentOf } from '../course-page.actions.tsx';
import { WholeCoursePage } from './whole-course-page.tsx';
import { findWholeCourse } from './whole-course.queries.ts';
import { wholeCourseWords } from './words.ts';

async function wholeCourse(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const at = addressOf(visit);
  const course = await house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    findWholeCourse(tx, studentOf(visit), at.course),
  );
  if (!course) throw new NotFound();
  return page(
    visit,
    { title: wholeCourseWords[locale].title, scripts: ['print-page'] },
    <WholeCoursePage locale={locale} at={at} course={course} />,
  );
}

export const wholeCourseActions = { wholeCourse } satisfies Partial<Record<RouteName, Action>>;
