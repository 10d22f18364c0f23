import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import type { CourseToRun } from '../authoring/course.queries.ts';
import { withCourse } from '../authoring/may-author.ts';
import { placeOf } from '../authoring/outline.actions.tsx';
import { removeMedia, saveCaptions, stopIntro, useAsIntro } from './change-media.ts';
import { introTexts, introTitle } from './intro.queries.ts';
import { readMultipart } from './media.actions.tsx';
import { findMedia, type CoursePlace, type MediaRow } from './media.queries.ts';
import { MediaFilePage } from './pages/media-file-page.tsx';
import { checkCaptions } from './webvtt.ts';
import { words } from './words.ts';

export const mediaFile = (visit: Visit): Promise<Response> => show(visit, []);

async function show(visit: Visit, errors: FieldError[], typed: Record<string, string> = {}): Promise<Response> {
  const { locale } = visit;
  const { course, found, title, texts } = await withMedia(visit, async (tx, place, found, course) => ({
    course,
    found,
    title: found.intro ? await introTitle(tx, place) : found.name.replace(/\.\w+$/, ''),
    texts: found.intro ? await introTexts(tx, place) : [],
  }));
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return page(
    visit,
    {
      title: found.name,
      scripts: ['media'],
      status: errors.length > 0 ? 422 : 200,
      ...(saved ? { flash: { kind: 'done', text: words[locale].saved } } : {}),
    },
    <MediaFilePage
      locale={locale}
      at={placeOf(visit)}
      course={course}
      file={found}
      introTitle={title}
      texts={texts}
      typed={typed}
      errors={errors}
    />,
  );
}

/** A file of the course in the address, for its author. */
function withMedia<Result>(
  visit: Visit,
  work: (tx: Tx, place: CoursePlace, found: MediaRow, course: CourseToRun) => Promise<Result>,
): Promise<Result> {
  return withCourse(visit, async (tx, course) => {
    const place = { customerId: course.customer_id, courseId: course.id };
    const found = await findMedia(tx, place, visit.params['file']!);
    if (!found) throw new NotFound();
    return work(tx, place, found, course);
  });
}

const change = z.object({
  intent: z.enum(['intro', 'stop', 'remove']).optional(),
  title: z.string().trim().max(200).default(''),
  sv: z.string().max(30_000).default(''),
  en: z.string().max(30_000).default(''),
});

/** Captions by a form with a file; all else by an ordinary one. */
export async function changeMediaFile(visit: Visit): Promise<Response> {
  if (/^multipart\//i.test(visit.request.headers.get('content-type') ?? '')) return changeCaptions(visit);
  const form = await readForm(visit.request, change);
  const { intent, title = '', ...transcripts } = form.ok ? form.value : { sv: '', en: '' };
  const text = words[visit.locale];
  if (intent === 'remove') return remove(visit);
  if (intent === 'intro' && title === '') return show(visit, [{ name: 'title', text: text.titleMissing }], form.typed.one);
  const done = await withMedia(visit, async (tx, place, found) => {
    if (intent === 'intro') return useAsIntro(tx, place, found, { title, transcripts });
    if (intent === 'stop') await stopIntro(tx, place, found);
    return true;
  });
  if (!done) return show(visit, [{ name: 'captions', text: text.captionsFirst }], form.typed.one);
  return redirect(`${href('mediaFile', { ...placeOf(visit), file: visit.params['file']! })}?besked=sparat`);
}

async function remove(visit: Visit): Promise<Response> {
  const gone = await withMedia(visit, async (tx, place, found) => ({ place, ids: await removeMedia(tx, place, found) }));
  if (!gone.ids) return show(visit, [{ name: 'remove', text: words[visit.locale].inUse }]);
  for (const id of gone.ids) await visit.house.files.remove(`${gone.place.customerId}/${id}`);
  return redirect(href('media', placeOf(visit)));
}

const largestCaptions = 2e6;
const mostFaults = 20;

async function changeCaptions(visit: Visit): Promise<Response> {
  const text = words[visit.locale];
  const sent = await readMultipart(visit.request, largestCaptions);
  const file = sent === 'too-large' ? undefined : sent.get('captions');
  const language = sent === 'too-large' ? undefined : sent.get('language') === 'en' ? 'en' : 'sv';
  if (!(file instanceof File) || file.name === '' || !language) return show(visit, [{ name: 'captions', text: text.choose }]);
  const content = new Uint8Array(await file.arrayBuffer());
  const faults = checkCaptions(new TextDecoder('utf-8').decode(content)).slice(0, mostFaults);
  if (faults.length > 0) {
    const said = faults.map(({ line, kind }) => text.captionFault(line, text.fault[kind])).join(' ');
    return show(visit, [{ name: 'captions', text: said }]);
  }
  const old = await withMedia(visit, async (tx, place, found) => {
    if (found.kind !== 'film' && found.kind !== 'sound') throw new NotFound();
    return { place, ids: await saveCaptions(tx, visit.house.files, place, found, language, content) };
  });
  for (const id of old.ids) await visit.house.files.remove(`${old.place.customerId}/${id}`);
  return redirect(`${href('mediaFile', { ...placeOf(visit), file: visit.params['file']! })}?besked=sparat`);
}
