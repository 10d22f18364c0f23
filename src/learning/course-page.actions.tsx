import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { queueOf } from '../assessment/index.ts';
import { problemOf } from '../platform/log.ts';
import { checkForm, readForm } from '../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type OneTrip, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { coursePageCall, readCoursePage, wholePage, type CoursePageRow } from './course-page.queries.ts';
import { offerLateStreams } from './late-streams.ts';
import type { Student } from './learning.queries.ts';
import { courseOutlineMarkup } from './pages/course-outline.ts';
import { coursePageMarkup } from './pages/course-page.ts';
import { lockedPageMarkup } from './pages/locked-page.ts';
import type { Tried } from './pages/exercise.tsx';
import { keepReadingPlace, visitPage, type Intent } from './visit-page.ts';
import { words } from './words.ts';

export const studentOf = (visit: Visit): Student => ({ accountId: actorOf(visit).accountId, customerId: customerOf(visit).id });

export const addressOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course'] ?? '' });

const positionOf = (visit: Visit): number => Number(visit.params['position']);

/** The hot path: one round trip, few nodes, and nothing written before the answer. */
export const coursePage: OneTrip = {
  queries: (visit) => coursePageCall(placeOf(visit)),
  async answer(visit, [rows = []]) {
    const own = rows[0]?.['page'] as Parameters<typeof wholePage>[1] | null | undefined;
    if (!own) throw new NotFound();
    // What was held when the question was asked may have been let go meanwhile.
    const row = wholePage(placeOf(visit), own) ?? (await readAgain(visit));
    if (isLocked(row)) return renderLocked(visit, row);
    await offerLateStreams(visit, row.page);
    if (!row.onThisPage && visit.request.method === 'GET') rememberAfterwards(visit);
    return render(visit, row);
  },
};

const placeOf = ({ params }: Visit) => ({
  customer: params['customer'] ?? '',
  course: params['course'] ?? '',
  position: Number(params['position']),
});

async function readAgain(visit: Visit, position = positionOf(visit)): Promise<CoursePageRow> {
  const row = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    readCoursePage(tx, { ...placeOf(visit), position }),
  );
  if (!row) throw new NotFound();
  await offerLateStreams(visit, row.page);
  return row;
}

const isLocked = ({ outline, page: { position } }: CoursePageRow): boolean =>
  outline.find((one) => one.position === position)?.locked ?? false;

/** An address typed by hand opens nothing before its time: it says what to do first. */
function renderLocked(visit: Visit, row: CoursePageRow): Response {
  const { locale } = visit;
  const at = addressOf(visit);
  const aside = courseOutlineMarkup({ locale, at, row });
  const text = words[locale].locked;
  return page(
    visit,
    { title: text.title, status: 403, aside, asideLabel: words[locale].page.pages },
    lockedPageMarkup({ locale, at, row }),
  );
}

function render(visit: Visit, row: CoursePageRow, tried?: Tried, unanswered = false): Response {
  const { house, locale } = visit;
  const at = addressOf(visit);
  const hasParts = row.questions.some(({ kind }) => kind === 'order' || kind === 'hotspot');
  return page(
    visit,
    {
      title: row.page.title,
      status: tried || unanswered ? 422 : 200,
      scripts: hasParts
        ? ['page-visit', 'reading-place', 'answer-queue', 'listen', 'question-parts']
        : ['page-visit', 'reading-place', 'answer-queue', 'listen'],
      aside: courseOutlineMarkup({ locale, at, row }),
      asideLabel: words[locale].page.pages,
    },
    coursePageMarkup({ locale, at, row, queue: queueOf(house, row.enrolmentId), newClientId: randomUUID, tried, unanswered }),
  );
}

/** The page of a question once more, with a try that could not be read. */
export const renderWith = async (visit: Visit, position: number, tried: Tried): Promise<Response> =>
  render(visit, await readAgain(visit, position), tried);

/**
 * Once a change of page, after the answer: waited for, it doubled the time of a new page (3.4 ms and 3.8 more). Should the
 * process die in between, the next press or the browser's own word (page-visit) says it again. A page that is fetched ahead
 * of need has not been opened.
 */
function rememberAfterwards(visit: Visit): void {
  if (/prefetch/i.test(visit.request.headers.get('sec-purpose') ?? '')) return;
  setImmediate(() => {
    remember(visit, 'open').catch((error: unknown) =>
      visit.house.log.warn({ room: 'learning', ...problemOf(error) }, 'a place was not remembered'),
    );
  });
}

const remember = (visit: Visit, intent: Intent) =>
  visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    visitPage(tx, visit.house.clock, studentOf(visit), { courseSlug: addressOf(visit).course, position: positionOf(visit) }, intent),
  );

const step = z.object({ intent: z.enum(['open', 'next', 'done', 'undo']).catch('open') });
const left = z.object({
  intent: z.literal('place'),
  place: z.coerce.number().int().min(0).max(1000),
  player: z.coerce.number().int().min(1).max(100).optional(),
  second: z.coerce.number().int().min(0).max(86_400).optional(),
});

async function savePlace(visit: Visit, { place: permille, player, second }: z.output<typeof left>): Promise<Response> {
  const at = { courseSlug: addressOf(visit).course, position: positionOf(visit) };
  const isKept = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    keepReadingPlace(tx, visit.house.clock, studentOf(visit), at, { permille, player, second }),
  );
  if (!isKept) throw new NotFound();
  return new Response(null, { status: 204 });
}

export async function savePageVisit(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, step);
  const reading = checkForm(form.typed, left);
  if (reading.ok) return savePlace(visit, reading.value);
  const intent = form.ok ? form.value.intent : 'open';
  const place = await remember(visit, intent);
  if (!place) throw new NotFound();
  const at = addressOf(visit);
  if (place.refused === 'unanswered') return render(visit, await readAgain(visit), undefined, true);
  if (place.refused === 'locked') return redirect(href('coursePage', { ...at, position: positionOf(visit) }));
  if (visit.request.headers.get('accept') === 'application/json') return new Response(null, { status: 204 });
  if (intent !== 'next') return redirect(href('coursePage', { ...at, position: positionOf(visit) }));
  if (place.next) return redirect(href('coursePage', { ...at, position: place.next.position }));
  return redirect(place.hasTest ? href('finalTest', at) : href('home'));
}
