import { recordLook } from '../privacy/index.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { studentsInAddress, studentsInForm, type AskedStudents } from './asked-students.ts';
import { listMates, listOwnCourses, matesPerPage } from './own-courses.queries.ts';
import { CourseMatesPage } from './pages/course-mates-page.tsx';
import { words } from './words.ts';

/** Others who take the course, where the customer lets students see each other; otherwise there is no such page. */
export const courseMates = (visit: Visit): Promise<Response> => show(visit, studentsInAddress(visit));

export const searchMates = async (visit: Visit): Promise<Response> => show(visit, await studentsInForm(visit));

async function show(visit: Visit, asked: AskedStudents): Promise<Response> {
  const { locale } = visit;
  const { course, mates } = await look(visit, asked);
  const shown = mates.slice(0, matesPerPage);
  const next = mates.length > shown.length ? shown.at(-1)?.enrolment_id : undefined;
  return page(
    visit,
    { title: words[locale].mates.title(course.title), status: asked.error ? 422 : 200 },
    <CourseMatesPage locale={locale} customer={customerOf(visit).slug} {...{ course, asked, next }} mates={shown} />,
  );
}

/** Reads one page of the list and records the look in the same transaction. */
function look(visit: Visit, { name, after, error }: AskedStudents) {
  const { accountId: actorId } = actorOf(visit);
  const { id: customerId } = customerOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = (await listOwnCourses(tx, actorId, customerId)).find((own) => own.slug === visit.params['course']);
    if (!course || course.shown.length === 0) throw new NotFound();
    const mates = error ? [] : await listMates(tx, { courseId: course.id, name, after });
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
}
