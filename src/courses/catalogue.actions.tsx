import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { coursesPerPage, listedCourses, listedWithFilm, type ListedCourse } from './courses.queries.ts';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { words } from './words.ts';

const coursesOnStart = 3;

/** What Kursiv is, told in the time it takes to decide to stay. */
export async function start(visit: Visit): Promise<Response> {
  const courses = await acrossAll(visit, async (tx) => {
    const withFilm = await listedWithFilm(tx, coursesOnStart);
    if (withFilm.length === coursesOnStart) return withFilm;
    const isThere = new Set(withFilm.map(key));
    const others = (await listedCourses(tx, undefined)).filter((course) => !isThere.has(key(course)));
    return [...withFilm, ...others].slice(0, coursesOnStart);
  });
  const { description } = words[visit.locale].start;
  return page(visit, { title: 'Kursiv', description, width: 'wide' }, <StartPage courses={courses} locale={visit.locale} />);
}

export async function catalogue(visit: Visit): Promise<Response> {
  const [customer, course] = (visit.url.searchParams.get('efter') ?? '').split('/');
  const after = customer && course ? { customer, course } : undefined;
  const found = await acrossAll(visit, (tx) => listedCourses(tx, after));
  const courses = found.slice(0, coursesPerPage);
  const { title, description } = words[visit.locale].catalogue;
  const next = found.length > courses.length ? key(courses.at(-1)!) : undefined;
  return page(
    visit,
    { title, description, width: 'wide' },
    <CataloguePage courses={courses} next={next} isFirst={!after} locale={visit.locale} />,
  );
}

const key = (course: ListedCourse): string => `${course.customer_slug}/${course.slug}`;

/** Every customer's listed courses stand in one catalogue: the only reading here that passes between customers. */
const acrossAll = <Result,>(visit: Visit, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  visit.house.database.transaction(acrossCustomers('catalogue'), work);
