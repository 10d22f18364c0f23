import { z } from 'zod';
import { findCourseWithStudents, listStudents, studentFields, studentsPerPage, type CourseWithStudents } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { recordLook } from '../../privacy/index.ts';
import { href, idPattern, type RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { localTime, readLocalTime } from './local-time.ts';
import { TermsPage } from './pages/terms-page.tsx';
import { findOpening, listExtraTime, saveExtraTime, saveOpening } from './terms.queries.ts';
import { termsWords } from './words.ts';

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

/** One transaction for whoever looks after the course; for anyone else there is nothing here. */
function asAdministrator<Result>(visit: Visit, work: (tx: Tx, course: CourseWithStudents) => Promise<Result>): Promise<Result> {
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerOf(visit).id, visit.params['course']!);
    if (!course?.administers) throw new NotFound();
    return work(tx, course);
  });
}

type Shown = { typed?: Record<string, string>; errors?: FieldError[]; wrongRow?: { id: string; typed: string } };

const testTerms = (visit: Visit): Promise<Response> => render(visit);

async function render(visit: Visit, { typed, errors = [], wrongRow }: Shown = {}): Promise<Response> {
  const { locale } = visit;
  const after = visit.url.searchParams.get('efter') ?? '';
  const customerId = customerOf(visit).id;
  const shown = await asAdministrator(visit, async (tx, course) => {
    const wanted = { customerId, courseId: course.id, shown: course.shown, name: '', after: idPattern.test(after) ? after : undefined };
    const found = await listStudents(tx, wanted);
    const students = found.slice(0, studentsPerPage);
    const extra = await listExtraTime(
      tx,
      customerId,
      students.map(({ id }) => id),
    );
    await recordLook(tx, visit.house.clock, {
      actorId: actorOf(visit).accountId,
      customerId,
      purpose: 'assess-learning',
      room: 'assessment',
      fields: [...studentFields(course.shown.filter((field) => field === 'given_name' || field === 'family_name')), 'extra_time.minutes'],
      subjects: students.map((student) => student.account_id),
    });
    const next = found.length > students.length ? students.at(-1)?.id : undefined;
    return { course, students, extra, next, opening: await findOpening(tx, customerId, course.id) };
  });
  const { opening, ...rest } = shown;
  const text = termsWords[locale];
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return page(
    visit,
    {
      title: text.title(shown.course.title),
      status: errors.length > 0 ? 422 : 200,
      ...(saved ? { flash: { kind: 'done' as const, text: text.saved } } : {}),
    },
    <TermsPage
      locale={locale}
      at={placeOf(visit)}
      typed={typed ?? { opensAt: localTime(opening.opensAt), closesAt: localTime(opening.closesAt) }}
      errors={errors}
      wrongRow={wrongRow}
      {...rest}
    />,
  );
}

async function saveTestOpening(visit: Visit): Promise<Response> {
  const text = termsWords[visit.locale];
  const time = z
    .union(
      [
        z.literal('').transform(() => null),
        z
          .string()
          .trim()
          .transform((typed, context) => readLocalTime(typed) ?? (context.addIssue(text.timeWrong), z.NEVER)),
      ],
      text.timeWrong,
    )
    .default(null);
  const form = await readForm(
    visit.request,
    z.object({ opensAt: time, closesAt: time }).refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
      path: ['closesAt'],
      message: text.closesBefore,
    }),
  );
  if (!form.ok) return render(visit, { typed: form.typed.one, errors: form.errors });
  await asAdministrator(visit, (tx, course) => saveOpening(tx, customerOf(visit).id, course.id, form.value));
  return redirect(`${href('testTerms', placeOf(visit))}?besked=sparat`);
}

async function giveExtraTime(visit: Visit): Promise<Response> {
  const text = termsWords[visit.locale];
  const { typed } = await readForm(visit.request, z.unknown());
  const minutes = (typed.one['minutes'] ?? '').trim();
  const enrolmentId = typed.one['student'] ?? '';
  if (!idPattern.test(enrolmentId)) throw new NotFound();
  if (!/^\d{0,3}$/.test(minutes) || Number(minutes) > 600) {
    return render(visit, {
      errors: [{ name: `minutes-${enrolmentId}`, text: text.minutesWrong }],
      wrongRow: { id: enrolmentId, typed: minutes },
    });
  }
  const given = await asAdministrator(visit, (tx, course) =>
    saveExtraTime(tx, customerOf(visit).id, { courseId: course.id, enrolmentId, minutes: Number(minutes) }),
  );
  if (!given) throw new NotFound();
  return redirect(`${href('testTerms', placeOf(visit))}?besked=sparat`);
}

export const termsActions = { testTerms, saveTestOpening, saveExtraTime: giveExtraTime } satisfies Partial<Record<RouteName, Action>>;
