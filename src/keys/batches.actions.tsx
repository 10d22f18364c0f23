import { randomUUID } from 'node:crypto';
import { readForm, type FieldError } from '../platform/read-body.ts';
import type { Tx } from '../platform/database.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { afterIn, chosenIn, searchedIn } from '../ui/asked-list.ts';
import { page } from '../ui/page.tsx';
import { batchForm } from './batch-form.ts';
import { batchesPerPage, listBatches, listCoursesForKeys, type BatchesWanted, type CourseForKeys } from './batch.queries.ts';
import { batchWords } from './batch-words.ts';
import { findFreeSeats } from './free-seats.queries.ts';
import { makeBatch } from './make-batch.ts';
import { BatchesPage } from './pages/batches-page.tsx';
import { NewBatchPage } from './pages/new-batch-page.tsx';
import { seatError, withinAgreement } from './refused-seats.ts';
import { newKeysPage } from './new-keys.actions.tsx';

export const purpose = 'open-course';

/** Their courses; whoever looks after none has nothing to do with keys. */
export async function coursesForKeys(tx: Tx, visit: Visit): Promise<CourseForKeys[]> {
  const courses = await listCoursesForKeys(tx, actorOf(visit).accountId, customerOf(visit).id);
  if (courses.length === 0) throw new NotFound();
  return courses;
}

export async function keyBatches(visit: Visit): Promise<Response> {
  const { house, locale, url } = visit;
  const customer = customerOf(visit);
  const { courses, wanted, found } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const courses = await coursesForKeys(tx, visit);
    const wanted = wantedIn(url, customer.id, courses);
    return { courses, wanted, found: await listBatches(tx, actorOf(visit).accountId, wanted) };
  });
  const batches = found.slice(0, batchesPerPage);
  const next = found.length > batches.length ? batches.at(-1)?.id : undefined;
  return page(
    visit,
    { title: batchWords[locale].list.title, width: 'wide' },
    <BatchesPage {...{ locale, customer, courses, wanted, batches, next }} />,
  );
}

const wantedIn = (url: URL, customerId: string, courses: readonly CourseForKeys[]): BatchesWanted => ({
  customerId,
  label: searchedIn(url),
  course: chosenIn(
    url,
    'kurs',
    courses.map(({ slug }) => slug),
  ),
  order: chosenIn(url, 'ordning', ['name']) ?? 'newest',
  after: afterIn(url),
});

/** A number and a name that a link suggests, as after an accepted offer; the form judges them like typed ones. */
export function newKeyBatch(visit: Visit): Promise<Response> {
  const { searchParams: asked } = visit.url;
  const count = asked.get('antal') ?? '';
  return formPage(visit, /^\d{1,5}$/.test(count) ? { count } : {}, []);
}

/** The keys are told in this very answer: there is no page to come back to. */
export async function makeKeyBatch(visit: Visit): Promise<Response> {
  const { house, locale, request } = visit;
  const form = await readForm(request, batchForm(locale, house.clock.now()));
  if (!form.ok) return formPage(visit, form.typed.one, form.errors);
  const { value } = form;
  const made = await withinAgreement(
    house.database.transaction(scopeOf(visit, purpose), async (tx) => {
      const course = (await coursesForKeys(tx, visit)).find(({ slug }) => slug === value.course);
      if (!course) return 'no course';
      const batch = {
        courseId: course.id,
        label: value.label,
        expiresAt: value.expires,
        accessDays: value.days,
        clientId: value.client_id,
      };
      return makeBatch(tx, visit, batch, async () => ({ count: value.count }));
    }),
  );
  if (made === 'no seat' || made === 'out of scope') return formPage(visit, form.typed.one, [seatError(made, locale, 'count')]);
  if (made === 'no course') return formPage(visit, form.typed.one, [{ name: 'course', text: batchWords[locale].form.courseMissing }]);
  return newKeysPage(visit, made, value.client_id);
}

async function formPage(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  const { house, locale } = visit;
  const { courses, seats } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => ({
    courses: await coursesForKeys(tx, visit),
    seats: await findFreeSeats(tx, customerOf(visit).id),
  }));
  return page(
    visit,
    { title: batchWords[locale].form.title, status: errors.length > 0 ? 422 : 200 },
    <NewBatchPage
      locale={locale}
      customer={customerOf(visit).slug}
      courses={courses}
      seats={seats}
      typed={{ client_id: randomUUID(), ...typed }}
      errors={errors}
      today={house.clock.now()}
    />,
  );
}
