import { NotFound, redirect, scopeOf, type OneTrip, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { addressOf, studentOf } from './course-page.actions.tsx';
import { myCoursesQuery, readMyCourses } from './home.queries.ts';
import { findResume } from './learning.queries.ts';
import { HomePage } from './pages/home-page.tsx';
import { byUrgency } from './urgency.ts';
import { words } from './words.ts';

export const home: OneTrip = {
  queries: () => [myCoursesQuery],
  answer(visit, [rows = []]) {
    const { locale } = visit;
    const now = visit.house.clock.now();
    const courses = readMyCourses(rows).sort(byUrgency(now));
    return page(visit, { title: words[locale].home.title }, <HomePage locale={locale} courses={courses} now={now} />);
  },
};

export async function continueCourse(visit: Visit): Promise<Response> {
  const at = addressOf(visit);
  const resume = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    findResume(tx, studentOf(visit), at.course),
  );
  if (!resume) throw new NotFound();
  const { position, hasPlace } = resume;
  // Read by `reading-place`: without script the page opens at its head.
  return redirect(href('coursePage', { ...at, position }) + (hasPlace ? '#fortsatt' : ''));
}
