import { acrossCustomers } from '../platform/database.ts';
import type { Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { listedCourses } from './courses.queries.ts';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { words } from './words.ts';

const coursesOnStart = 3;

/** What Kursiv is, told in the time it takes to decide to stay. */
export async function start(visit: Visit): Promise<Response> {
  const courses = await readCatalogue(visit, coursesOnStart);
  const { description } = words[visit.locale].start;
  return page(visit, { title: 'Kursiv', description, width: 'wide' }, <StartPage courses={courses} locale={visit.locale} />);
}

export async function catalogue(visit: Visit): Promise<Response> {
  const courses = await readCatalogue(visit);
  const { title, description } = words[visit.locale].catalogue;
  return page(visit, { title, description, width: 'wide' }, <CataloguePage courses={courses} locale={visit.locale} />);
}

/** Every customer's listed courses stand in one catalogue: the only reading here that passes between customers. */
function readCatalogue(visit: Visit, most?: number) {
  return visit.house.database.transaction(acrossCustomers('catalogue'), (tx) => {
    const all = listedCourses(tx);
    return (most ? all.limit(most) : all).execute();
  });
}
