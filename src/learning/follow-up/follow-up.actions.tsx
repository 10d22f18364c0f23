import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { writeToStudent } from '../../correspondence/index.ts';
import {
  findCourseWithStudents,
  listStudents,
  studentFields,
  studentsInAddress,
  studentsInForm,
  studentsPerPage,
  type AskedStudents,
  type CourseWithStudents,
} from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import { href, type RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { everyStudent, studentsCsv, studentsXlsx } from './export-students.ts';
import { listDone, listInNeed } from './follow-up.queries.ts';
import { InNeedPage } from './pages/in-need-page.tsx';
import { NudgePage } from './pages/nudge-page.tsx';
import { PagesPage } from './pages/pages-page.tsx';
import { remindStudent } from './remind-student.ts';
import { followUpWords } from './words.ts';

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

type Seen = { subjects: string[]; fields?: string[] };

/** Reads of a course what the customer lets the reader see, and records the look before the answer leaves. */
function look<Found extends Seen>(visit: Visit, read: (tx: Tx, course: CourseWithStudents) => Promise<Found>) {
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerId, visit.params['course']!);
    if (!course) throw new NotFound();
    const found = await read(tx, course);
    const fields = [...studentFields(course.shown), ...(found.fields ?? [])];
    const who = { actorId: actorOf(visit).accountId, customerId, purpose: 'deliver-course' as const, room: 'people' };
    await recordLook(tx, visit.house.clock, { ...who, fields, subjects: found.subjects });
    return { ...found, course };
  });
}

const within = (visit: Visit, { id, shown }: CourseWithStudents) => ({ customerId: customerOf(visit).id, courseId: id, shown });

async function followUp(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const found = await look(visit, async (tx, course) => {
    const students = await listInNeed(tx, within(visit, course));
    const fields = course.shown.includes('progress') ? ['own_deadline.due_at'] : [];
    return { students, subjects: students.map(({ account_id }) => account_id), fields };
  });
  const { said } = followUpWords[locale];
  const told = (Object.keys(said) as (keyof typeof said)[]).find((one) => one === visit.url.searchParams.get('besked'));
  const flash = told ? { flash: { kind: told === 'nyligen' ? ('problem' as const) : ('done' as const), text: said[told] } } : {};
  return page(
    visit,
    { title: followUpWords[locale].title(found.course.title), width: 'wide', ...flash },
    <InNeedPage locale={locale} at={placeOf(visit)} {...found} />,
  );
}

const followUpPages = (visit: Visit): Promise<Response> => showPages(visit, studentsInAddress(visit));
const searchFollowUpPages = async (visit: Visit): Promise<Response> => showPages(visit, await studentsInForm(visit));

async function showPages(visit: Visit, asked: AskedStudents): Promise<Response> {
  const { locale } = visit;
  const found = await look(visit, async (tx, course) => {
    if (!course.shown.includes('progress')) throw new NotFound();
    const rows = asked.error ? [] : await listStudents(tx, { ...within(visit, course), name: asked.name, after: asked.after });
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

type Written = { typed?: string; errors?: FieldError[]; clientId?: string };

/** The message as it would be sent, to be changed first. Only for those who read the course's correspondence. */
async function nudge(visit: Visit, { typed, errors = [], clientId = randomUUID() }: Written = {}): Promise<Response> {
  const { locale } = visit;
  const { course, student } = await look(visit, async (tx, found) => {
    const [student] = await listInNeed(tx, within(visit, found), visit.params['enrolment']);
    if (!student || !found.shown.includes('correspondence')) throw new NotFound();
    return { student, subjects: [student.account_id] };
  });
  const text = followUpWords[locale];
  return page(
    visit,
    { title: text.nudgeTitle, status: errors.length > 0 ? 422 : 200 },
    <NudgePage
      locale={locale}
      at={placeOf(visit)}
      course={course}
      student={student}
      body={typed ?? text.nudgeText(student.given_name ?? '', course.title)}
      errors={errors}
      clientId={clientId}
    />,
  );
}

async function sendNudge(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const text = followUpWords[locale];
  const rules = {
    body: z.string(text.blank).trim().min(1, text.blank).max(10_000, text.tooLong),
    client_id: z.uuid().catch(() => randomUUID()),
  };
  const form = await readForm(visit.request, z.object(rules));
  const typed = form.typed.one['body'] ?? '';
  if (!form.ok) return nudge(visit, { typed, errors: form.errors });
  const { body, client_id: clientId } = form.value;
  const word = { accountId: actorOf(visit).accountId, customerId: customerOf(visit).id, enrolmentId: params['enrolment']!, clientId, body };
  const outcome = await house.database.transaction(scopeOf(visit, 'correspond'), (tx) => writeToStudent(tx, house.clock, word));
  if (!outcome) throw new NotFound();
  if (outcome === 'too soon') return nudge(visit, { typed, errors: [{ name: 'body', text: text.tooSoon }], clientId });
  return redirect(`${href('followUp', placeOf(visit))}?besked=skickat`);
}

async function remind(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const customerId = customerOf(visit).id;
  const outcome = await house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerId, params['course']!);
    return course && remindStudent(tx, house.clock, { customerId, courseId: course.id, enrolmentId: params['enrolment']! });
  });
  if (!outcome) throw new NotFound();
  return redirect(`${href('followUp', placeOf(visit))}?besked=${outcome === 'sent' ? 'pamind' : 'nyligen'}`);
}

export const followUpActions = {
  followUp,
  followUpPages,
  searchFollowUpPages,
  followUpCsv: (visit) => file(visit, 'csv'),
  followUpXlsx: (visit) => file(visit, 'xlsx'),
  nudge: (visit) => nudge(visit),
  sendNudge,
  remindStudent: remind,
} satisfies Partial<Record<RouteName, Action>>;
