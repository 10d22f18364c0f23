import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { writeToStudent } from '../../correspondence/index.ts';
import { findCourseWithStudents } from '../../people/index.ts';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { href, type RouteName } from '../../routes.ts';
import { addressOf } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { readChosen, readPlace, withinShown, writeChosen, type AskedInNeed } from './in-need-place.ts';
import { findStudent, listInNeed } from './in-need.queries.ts';
import { look, placeOf, within } from './look-at-students.ts';
import { InNeedPage } from './pages/in-need-page.tsx';
import { NudgePage } from './pages/nudge-page.tsx';
import { remindStudent } from './remind-student.ts';
import { followUpWords } from './words.ts';

type Chosen = ReturnType<typeof writeChosen>;

/** What of the list goes along in each form that leads back to it. */
const chosenRules = { skal: z.string().optional(), grupp: z.string().optional(), ordning: z.string().optional() };
const readTyped = ({ one }: FormValues) => readChosen({ get: (name) => one[name] ?? null });
const chosenOf = (typed: FormValues): Chosen => writeChosen(readTyped(typed));

const backTo = (visit: Visit, chosen: Chosen, said = ''): string =>
  addressOf(href('followUp', placeOf(visit)), [...chosen, ['besked', said]]);

const followUp = (visit: Visit): Promise<Response> =>
  showInNeed(visit, { name: '', after: undefined, ...readChosen(visit.url.searchParams) });

/** By POST: a name that is searched for must not stand in an address (E-04). What else is chosen may, and is led to one. */
async function searchFollowUp(visit: Visit): Promise<Response> {
  const { tooLongName } = followUpWords[visit.locale];
  const form = await readForm(
    visit.request,
    z.object({ name: z.string().trim().max(100, tooLongName).default(''), after: z.string().optional(), ...chosenRules }),
  );
  const chosen = readTyped(form.typed);
  if (!form.ok) return showInNeed(visit, { ...chosen, name: form.typed.one['name'] ?? '', after: undefined, error: tooLongName });
  const { name, after } = form.value;
  if (name === '' && !after) {
    await look(visit, async () => ({ subjects: [] }));
    return redirect(backTo(visit, writeChosen(chosen)));
  }
  return showInNeed(visit, { ...chosen, name, after: readPlace(after) });
}

async function showInNeed(visit: Visit, wanted: AskedInNeed): Promise<Response> {
  const { locale } = visit;
  const found = await look(visit, async (tx, course) => {
    const asked = withinShown(wanted, course.shown);
    const list = asked.error ? { students: [], groups: [], next: undefined } : await listInNeed(tx, within(visit, course), asked);
    const fields = course.shown.includes('progress') ? ['own_deadline.due_at'] : [];
    return { ...list, asked, subjects: list.students.map(({ account_id }) => account_id), fields };
  });
  const { said } = followUpWords[locale];
  const told = (Object.keys(said) as (keyof typeof said)[]).find((one) => one === visit.url.searchParams.get('besked'));
  const flash = told ? { flash: { kind: told === 'nyligen' ? ('problem' as const) : ('done' as const), text: said[told] } } : {};
  return page(
    visit,
    { title: followUpWords[locale].title(found.course.title), width: 'wide', status: wanted.error ? 422 : 200, ...flash },
    <InNeedPage locale={locale} at={placeOf(visit)} {...found} />,
  );
}

type Written = { typed?: string; errors?: FieldError[]; clientId?: string; chosen?: Chosen };

/** The message as it would be sent, to be changed first. Only for those who read the course's correspondence. */
async function nudge(visit: Visit, written: Written = {}): Promise<Response> {
  const { typed, errors = [], clientId = randomUUID(), chosen = writeChosen(readChosen(visit.url.searchParams)) } = written;
  const { locale } = visit;
  const { course, student } = await look(visit, async (tx, found) => {
    const student = await findStudent(tx, within(visit, found), visit.params['enrolment']!);
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
      chosen={chosen}
    />,
  );
}

async function sendNudge(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const text = followUpWords[locale];
  const rules = {
    body: z.string(text.blank).trim().min(1, text.blank).max(10_000, text.tooLong),
    client_id: z.uuid().catch(() => randomUUID()),
    ...chosenRules,
  };
  const form = await readForm(visit.request, z.object(rules));
  const typed = form.typed.one['body'] ?? '';
  const chosen = chosenOf(form.typed);
  if (!form.ok) return nudge(visit, { typed, errors: form.errors, chosen });
  const { body, client_id: clientId } = form.value;
  const word = { accountId: actorOf(visit).accountId, customerId: customerOf(visit).id, enrolmentId: params['enrolment']!, clientId, body };
  const outcome = await house.database.transaction(scopeOf(visit, 'correspond'), (tx) => writeToStudent(tx, house.clock, word));
  if (!outcome) throw new NotFound();
  if (outcome === 'too soon') return nudge(visit, { typed, errors: [{ name: 'body', text: text.tooSoon }], clientId, chosen });
  return redirect(backTo(visit, chosen, 'skickat'));
}

async function remind(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const form = await readForm(visit.request, z.object(chosenRules));
  const customerId = customerOf(visit).id;
  const outcome = await house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerId, params['course']!);
    return course && remindStudent(tx, house.clock, { customerId, courseId: course.id, enrolmentId: params['enrolment']! });
  });
  if (!outcome) throw new NotFound();
  return redirect(backTo(visit, chosenOf(form.typed), outcome === 'sent' ? 'pamind' : 'nyligen'));
}

export const inNeedActions = {
  followUp,
  searchFollowUp,
  nudge: (visit) => nudge(visit),
  sendNudge,
  remindStudent: remind,
} satisfies Partial<Record<RouteName, Action>>;
