import { listStudents, studentsInAddress, studentsInForm, studentsPerPage, type AskedStudents } from '../../people/index.ts';
import { NotFound, customerOf, type Action, type Visit } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { everyStudent, studentsCsv, studentsXlsx } from './export-students.ts';
import { listDone } from './follow-up.queries.ts';
import { inNeedActions } from './in-need.actions.tsx';
import { look, placeOf, within } from './look-at-students.ts';
import { PagesPage } from './pages/pages-page.tsx';
import { followUpWords } from './words.ts';

const followUpPages = (visit: Visit): Promise<Response> => showPages(visit, studentsInAddress(visit));
const searchFollowUpPages = async (visit: Visit): Promise<Response> => showPages(visit, await studentsInForm(visit));

async function showPages(visit: Visit, asked: AskedStudents): Promise<Response> {
  const { locale } = visit;
  const found = await look(visit, async (tx, course) => {
    if (!course.shown.includes('progress')) throw new NotFound();
    const { name, order, after } = asked;
    const rows = asked.error ? [] : await listStudents(tx, { ...within(visit, course), name, order, after });
    const students = rows.slice(0, studentsPerPage);
    const ids = students.map(({ id }) => id);
    const done = await listDone(tx, customerOf(visit).id, ids);
    const next = rows.length > students.length ? ids.at(-1) : undefined;
    return { students, done, next, subjects: students.map(({ account_id }) => account_id), fields: ['page_visit.page_id'] };
  });
  const title = followUpWords[locale].pagesTitle(found.course.title);
  const status = asked.error ? 422 : 200;
  return page(visit, { title, width: 'wide', status }, <PagesPage locale={locale} at={placeOf(visit)} asked={asked} {...found} />);
}

const types = {
  csv: { type: 'text/csv; charset=utf-8', make: studentsCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: studentsXlsx },
};

async function file(visit: Visit, ending: 'csv' | 'xlsx'): Promise<Response> {
  const { locale } = visit;
  const { students, course } = await look(visit, async (tx, found) => {
    const students = await everyStudent(tx, within(visit, found));
    return { students, subjects: students.map(({ account_id }) => account_id) };
  });
  const bytes = await types[ending].make(students, course.shown, locale);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[ending].type,
      'content-disposition': `attachment; filename="${followUpWords[locale].file}.${ending}"`,
      'cache-control': 'private, no-store',
    },
  });
}

export const followUpActions = {
  ...inNeedActions,
  followUpPages,
  searchFollowUpPages,
  followUpCsv: (visit) => file(visit, 'csv'),
  followUpXlsx: (visit) => file(visit, 'xlsx'),
} satisfies Partial<Record<RouteName, Action>>;
