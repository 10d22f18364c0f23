import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { courseStatistics } from './course-statistics.ts';
import { findAdministeredCourse } from './course.queries.ts';
import { StatisticsPage } from './pages/statistics-page.tsx';
import { words } from './words.ts';

export async function statistics(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const customer = customerOf(visit);
  const { course, figures } = await house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findAdministeredCourse(tx, actorOf(visit).accountId, customer.id, visit.params['course']!);
    if (!course) throw new NotFound();
    return { course, figures: await courseStatistics(tx, customer.id, course.id) };
  });
  const title = words[locale].statistics.title(course.title);
  return page(visit, { title }, <StatisticsPage locale={locale} customer={customer.slug} course={course} statistics={figures} />);
}
