import { recordLook } from '../privacy/index.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { listMates, listOwnCourses, matesPerPage } from './own-courses.queries.ts';
import { CourseMatesPage } from './pages/course-mates-page.tsx';
import { words } from './words.ts';

/** Others who take the course, where the customer lets students see each other; otherwise there is no such page. */
export async function courseMates(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const { accountId: actorId } = actorOf(visit);
  const { id: customerId, slug } = customerOf(visit);
  const asked = visit.url.searchParams.get('efter') ?? '';
  const after = idPattern.test(asked) ? asked : undefined;
  const found = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = (await listOwnCourses(tx, actorId, customerId)).find((own) => own.slug === visit.params['course']);
    if (!course || course.shown.length === 0) throw new NotFound();
    const mates = await listMates(tx, course.id, after);
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'deliver-course',
      room: 'people',
      fields: course.shown.map((field) => `account.${field}`),
      subjects: mates.slice(0, matesPerPage).map((mate) => mate.account_id),
    });
    return { course, mates };
  });
  const shown = found.mates.slice(0, matesPerPage);
  const next = found.mates.length > shown.length ? shown.at(-1)?.enrolment_id : undefined;
  return page(
    visit,
    { title: words[locale].mates.title(found.course.title) },
    <CourseMatesPage locale={locale} customer={slug} course={found.course} mates={shown} next={next} isFirst={!after} />,
  );
}
