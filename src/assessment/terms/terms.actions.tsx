import { z } from 'zod';
import { asAdministrator, lookAtStudents, studentsInAddress, studentsInForm, type AskedStudents } from '../../people/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, customerOf, redirect, type Action, type Visit } from '../../platform/visit.ts';
import { href, idPattern, type RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { localTime, readLocalTime } from './local-time.ts';
import { TermsPage } from './pages/terms-page.tsx';
import { findOpening, listExtraTime, saveExtraTime, saveOpening } from './terms.queries.ts';
import { termsWords } from './words.ts';

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

type Shown = { asked?: AskedStudents; typed?: Record<string, string>; errors?: FieldError[]; wrongRow?: { id: string; typed: string } };

const testTerms = (visit: Visit): Promise<Response> => render(visit);
const searchTestTerms = async (visit: Visit): Promise<Response> => render(visit, { asked: await studentsInForm(visit) });
const faultsOf = ({ error }: AskedStudents): FieldError[] => (error ? [{ name: 'name', text: error }] : []);

async function render(
  visit: Visit,
  { asked = studentsInAddress(visit), typed, errors = faultsOf(asked), wrongRow }: Shown = {},
): Promise<Response> {
  const { locale } = visit;
  const customerId = customerOf(visit).id;
  const shown = await asAdministrator(visit, async (tx, course) => {
    const look = { purpose: 'assess-learning' as const, room: 'assessment', fields: ['extra_time.minutes'] };
    const { students, next } = await lookAtStudents(visit, tx, course, look, asked);
    const ids = students.map(({ id }) => id);
    return {
      course,
      asked,
      students,
      next,
      extra: await listExtraTime(tx, customerId, ids),
      opening: await findOpening(tx, customerId, course.id),
    };
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

export const termsActions = { testTerms, searchTestTerms, saveTestOpening, saveExtraTime: giveExtraTime } satisfies Partial<
  Record<RouteName, Action>
>;
