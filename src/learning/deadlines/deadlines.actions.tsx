import { z } from 'zod';
import {
  asAdministrator,
  lookAtStudents,
  studentsInAddress,
  studentsInForm,
  type AskedStudents,
  type CourseWithStudents,
} from '../../people/index.ts';
import { endOfDay, readDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, customerOf, redirect, type Action, type Visit } from '../../platform/visit.ts';
import { href, idPattern, type RouteName } from '../../routes.ts';
import { formatShortDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { findPlan, listOwnDeadlines, saveOwn, savePlan } from './deadlines.queries.ts';
import { DeadlinesPage } from './pages/deadlines-page.tsx';
import { deadlineWords } from './words.ts';

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

type Shown = { asked?: AskedStudents; typed?: Record<string, string>; errors?: FieldError[]; wrong?: string };

async function read(visit: Visit, tx: Tx, course: CourseWithStudents, asked: AskedStudents) {
  const customerId = customerOf(visit).id;
  const fields = ['own_deadline.due_at', 'own_deadline.waiver_reason'];
  const { students, next } = await lookAtStudents(visit, tx, course, { purpose: 'deliver-course', room: 'people', fields }, asked);
  const ids = students.map(({ id }) => id);
  return {
    course,
    asked,
    students,
    next,
    own: await listOwnDeadlines(tx, customerId, ids),
    plan: await findPlan(tx, customerId, course.id),
  };
}

const faultsOf = ({ error }: AskedStudents): FieldError[] => (error ? [{ name: 'name', text: error }] : []);
const searchDeadlines = async (visit: Visit): Promise<Response> => deadlines(visit, { asked: await studentsInForm(visit) });

async function deadlines(
  visit: Visit,
  { asked = studentsInAddress(visit), typed, errors = faultsOf(asked), wrong }: Shown = {},
): Promise<Response> {
  const { locale } = visit;
  const text = deadlineWords[locale];
  const { plan, ...found } = await asAdministrator(visit, (tx, course) => read(visit, tx, course, asked));
  const kept = { due_on: plan.dueAt ? formatShortDate(plan.dueAt) : '', days_to_finish: plan.days === null ? '' : String(plan.days) };
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return page(
    visit,
    {
      title: text.title(found.course.title),
      status: errors.length > 0 ? 422 : 200,
      ...(saved ? { flash: { kind: 'done' as const, text: text.saved } } : {}),
    },
    <DeadlinesPage locale={locale} at={placeOf(visit)} kept={kept} typed={typed ?? {}} errors={errors} wrong={wrong} {...found} />,
  );
}

/** The last moment of the day, in Sweden; nothing typed is no day. */
const day = (fault: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context) => {
      const found = readDay(typed);
      if (typed !== '' && !found) context.addIssue(fault);
      return found ? endOfDay(found) : null;
    });

async function saveDeadline(visit: Visit): Promise<Response> {
  const text = deadlineWords[visit.locale];
  const days = z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 730), text.daysWrong)
    .transform((typed) => (typed === '' ? null : Number(typed)));
  const form = await readForm(
    visit.request,
    z
      .object({ due_on: day(text.dayWrong), days_to_finish: days })
      .refine(({ due_on, days_to_finish }) => !due_on || !days_to_finish, { path: ['days_to_finish'], message: text.oneOfThem }),
  );
  if (!form.ok) return deadlines(visit, { typed: form.typed.one, errors: form.errors });
  const plan = { dueAt: form.value.due_on, days: form.value.days_to_finish };
  await asAdministrator(visit, (tx, course) => savePlan(tx, customerOf(visit).id, course.id, plan));
  return redirect(`${href('deadlines', placeOf(visit))}?besked=sparat`);
}

async function saveOwnDeadline(visit: Visit): Promise<Response> {
  const text = deadlineWords[visit.locale];
  const form = await readForm(
    visit.request,
    z
      .object({ own_due_on: day(text.dayWrong), waiver_reason: z.string().trim().max(500, text.reasonTooLong).default('') })
      .refine(({ own_due_on, waiver_reason }) => !own_due_on || !waiver_reason, { path: ['waiver_reason'], message: text.dayOrReason }),
  );
  const enrolmentId = form.typed.one['student'] ?? '';
  if (!idPattern.test(enrolmentId)) throw new NotFound();
  if (!form.ok) {
    const errors = form.errors.map(({ name, text: fault }) => ({ name: `${name}-${enrolmentId}`, text: fault }));
    return deadlines(visit, { typed: form.typed.one, errors, wrong: enrolmentId });
  }
  const own = { dueAt: form.value.own_due_on, reason: form.value.waiver_reason || null };
  const isSaved = await asAdministrator(visit, (tx, course) =>
    saveOwn(tx, customerOf(visit).id, { courseId: course.id, enrolmentId }, own),
  );
  if (!isSaved) throw new NotFound();
  return redirect(`${href('deadlines', placeOf(visit))}?besked=sparat`);
}

export const deadlineActions = { deadlines: (visit) => deadlines(visit), searchDeadlines, saveDeadline, saveOwnDeadline } satisfies Partial<
  Record<RouteName, Action>
>;
