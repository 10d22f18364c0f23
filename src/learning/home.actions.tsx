import { NotFound, actorOf, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { addressOf, studentOf } from './course-page.actions.tsx';
import { findResumePosition, listCustomersOf, listMyCourses, type MyCourse } from './learning.queries.ts';
import { HomePage } from './pages/home-page.tsx';
import { words } from './words.ts';

export async function home(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const courses = (await myCourses(visit)).sort(byUse);
  return page(visit, { title: words[locale].home.title }, <HomePage locale={locale} courses={courses} />);
}

/** A course is only readable in its customer's scope, so each customer is asked in turn. */
async function myCourses(visit: Visit): Promise<MyCourse[]> {
  const { database } = visit.house;
  const { accountId } = actorOf(visit);
  const scope = scopeOf(visit, 'deliver-course');
  const customers = await database.transaction(scope, (tx) => listCustomersOf(tx, accountId));
  const courses = [];
  for (const customerId of customers) {
    courses.push(...(await database.transaction({ ...scope, customerId }, (tx) => listMyCourses(tx, { accountId, customerId }))));
  }
  return courses;
}

/** What can be gone on with first, the most recently used before the rest. */
function byUse(one: MyCourse, other: MyCourse): number {
  const rest = (course: MyCourse) => (course.endedAt ? 2 : course.completed ? 1 : 0);
  const used = (course: MyCourse) => (course.lastActiveAt ?? course.startedAt).getTime();
  return rest(one) - rest(other) || used(other) - used(one);
}

export async function continueCourse(visit: Visit): Promise<Response> {
  const at = addressOf(visit);
  const position = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    findResumePosition(tx, studentOf(visit), at.course),
  );
  if (position === undefined) throw new NotFound();
  return redirect(href('coursePage', { ...at, position }));
}
