import { z } from 'zod';
import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href, idPattern } from '../routes.ts';
import { addressOf, afterIn, chosenIn, orderField } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { findCourseWithStudents } from './course.queries.ts';
import { StudentsPage, type StudentsPageProps } from './pages/students-page.tsx';
import { studentFields } from './student.ts';
import { listStudents, progressFilters, resultFilters, studentOrders, studentsPerPage, type StudentsWanted } from './students.queries.ts';
import { words } from './words.ts';

type Wanted = Pick<StudentsWanted, 'name' | 'progress' | 'result' | 'order' | 'after'>;

export async function students(visit: Visit): Promise<Response> {
  const { url } = visit;
  const chosen = { progress: chosenIn(url, 'progress', progressFilters), result: chosenIn(url, 'result', resultFilters) };
  return answer(visit, await look(visit, { name: '', after: afterIn(url), ...chosen, order: chosenIn(url, orderField, studentOrders) }));
}

/** By POST: a name that is searched for must not stand in an address (E-04). What else is chosen may, and is led to one. */
export async function searchStudents(visit: Visit): Promise<Response> {
  const text = words[visit.locale].students;
  const form = await readForm(
    visit.request,
    z.object({
      name: z.string(text.tooLong).trim().max(100, text.tooLong),
      progress: z.enum(progressFilters).optional().catch(undefined),
      result: z.enum(resultFilters).optional().catch(undefined),
      ordning: z.enum(studentOrders).optional().catch(undefined),
      after: z.string().regex(idPattern).optional(),
    }),
  );
  if (form.ok) {
    const { ordning: order, ...wanted } = form.value;
    if (wanted.name !== '' || wanted.after) return answer(visit, await look(visit, { ...wanted, order }));
    await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) => courseToSee(visit, tx));
    const here = href('students', { customer: customerOf(visit).slug, course: visit.params['course']! });
    const { progress = '', result = '' } = wanted;
    return redirect(addressOf(here, Object.entries({ progress, result, [orderField]: order ?? '' })));
  }
  const course = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) => courseToSee(visit, tx));
  const typed = form.typed.one['name'] ?? '';
  return answer(visit, { course, students: [], next: undefined, isFirst: true, searched: typed, error: text.tooLong }, 422);
}

type Tx = Parameters<typeof findCourseWithStudents>[0];

async function courseToSee(visit: Visit, tx: Tx) {
  const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerOf(visit).id, visit.params['course']!);
  if (!course) throw new NotFound();
  return course;
}

/** Reads one page of the list and records the look in the same transaction. */
function look(visit: Visit, { name, progress, result, order, after }: Partial<Wanted> & { name: string }) {
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await courseToSee(visit, tx);
    const found = await listStudents(tx, { customerId, courseId: course.id, shown: course.shown, name, progress, result, order, after });
    const shown = found.slice(0, studentsPerPage);
    await recordLook(tx, visit.house.clock, {
      actorId: actorOf(visit).accountId,
      customerId,
      purpose: 'deliver-course',
      room: 'people',
      fields: studentFields(course.shown),
      subjects: shown.map((student) => student.account_id),
    });
    const next = found.length > shown.length ? shown.at(-1)?.id : undefined;
    return { course, students: shown, next, isFirst: after === undefined, searched: name, progress, result, order };
  });
}

function answer(visit: Visit, found: Omit<StudentsPageProps, 'locale' | 'customer'>, status = 200): Response {
  const { locale } = visit;
  const title = words[locale].students.title(found.course.title);
  return page(visit, { title, width: 'wide', status }, <StudentsPage locale={locale} customer={customerOf(visit).slug} {...found} />);
}
