import { z } from 'zod';
import { recordLook } from '../privacy/index.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { findCourseWithStudents } from './course.queries.ts';
import { StudentsPage, type StudentsPageProps } from './pages/students-page.tsx';
import { studentFields } from './student.ts';
import { listStudents, progressFilters, resultFilters, studentsPerPage, type StudentsWanted } from './students.queries.ts';
import { words } from './words.ts';

type Wanted = Pick<StudentsWanted, 'name' | 'progress' | 'result' | 'after'>;

export async function students(visit: Visit): Promise<Response> {
  const after = visit.url.searchParams.get('efter') ?? '';
  return answer(visit, await look(visit, { name: '', after: idPattern.test(after) ? after : undefined }));
}

export async function searchStudents(visit: Visit): Promise<Response> {
  const text = words[visit.locale].students;
  const form = await readForm(
    visit.request,
    z.object({
      name: z.string(text.tooLong).trim().max(100, text.tooLong),
      progress: z.enum(progressFilters).optional().catch(undefined),
      result: z.enum(resultFilters).optional().catch(undefined),
      after: z.string().regex(idPattern).optional(),
    }),
  );
  if (form.ok) return answer(visit, await look(visit, form.value));
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
function look(visit: Visit, { name, progress, result, after }: Partial<Wanted> & { name: string }) {
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await courseToSee(visit, tx);
    const found = await listStudents(tx, { customerId, courseId: course.id, shown: course.shown, name, progress, result, after });
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
    return { course, students: shown, next, isFirst: after === undefined, searched: name, progress, result };
  });
}

function answer(visit: Visit, found: Omit<StudentsPageProps, 'locale' | 'customer'>, status = 200): Response {
  const { locale } = visit;
  const title = words[locale].students.title(found.course.title);
  return page(visit, { title, width: 'wide', status }, <StudentsPage locale={locale} customer={customerOf(visit).slug} {...found} />);
}
