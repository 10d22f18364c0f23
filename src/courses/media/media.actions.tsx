import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableBody, type FieldError } from '../../platform/read-body.ts';
import { json, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { formatBytes } from '../../ui/format.ts';
import { afterIn, chosenIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { withCourse } from '../authoring/may-author.ts';
import { fileForEditor } from '../authoring/editor-data.ts';
import { placeOf } from '../authoring/outline.actions.tsx';
import { findMedia, listMedia, mediaKinds, mediaOrders } from './media.queries.ts';
import { MediaPage } from './pages/media-page.tsx';
import { receiveFile, workFolder } from './receive-file.ts';
import { sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

export const media = (visit: Visit): Promise<Response> => show(visit, []);

async function show(visit: Visit, errors: FieldError[]): Promise<Response> {
  const { locale } = visit;
  const text = words[locale];
  const { url } = visit;
  const wanted = { name: searchedIn(url), kind: chosenIn(url, 'slag', mediaKinds), order: orderIn(url, mediaOrders), after: afterIn(url) };
  const { course, files, next } = await withCourse(visit, async (tx, course) => ({
    course,
    ...(await listMedia(tx, { customerId: course.customer_id, courseId: course.id }, wanted)),
  }));
  const done = visit.url.searchParams.get('besked') === 'uppladdad';
  return page(
    visit,
    {
      title: text.title(course.title),
      width: 'wide',
      scripts: ['media'],
      status: errors.length > 0 ? 422 : 200,
      ...(done ? { flash: { kind: 'done', text: text.done } } : {}),
    },
    <MediaPage
      locale={locale}
      at={placeOf(visit)}
      course={course}
      files={files}
      next={next}
      wanted={wanted}
      largestFilm={visit.house.media.largestFilmBytes}
      errors={errors}
    />,
  );
}

/** A form is held in memory while it is read: larger files come in parts. */
export const largestForm = 64e6;

/** A file by an ordinary form. */
export async function addMedia(visit: Visit): Promise<Response> {
  const text = words[visit.locale];
  const course = await withCourse(visit, async (_, found) => found);
  const sent = await readMultipart(visit.request, largestForm);
  const file = sent === 'too-large' ? undefined : sent.get('file');
  if (sent === 'too-large')
    return show(visit, [{ name: 'file', text: text.refusal['too-large-form'](formatBytes(largestForm, visit.locale)) }]);
  if (!(file instanceof File) || file.name === '') return show(visit, [{ name: 'file', text: text.choose }]);
  const folder = workFolder(visit.house);
  await mkdir(folder, { recursive: true });
  const typedId = sent.get('id');
  const id = typeof typedId === 'string' && idPattern.test(typedId) ? typedId : randomUUID();
  const path = join(folder, randomUUID());
  await writeFile(path, file.stream());
  const place = { customerId: course.customer_id, courseId: course.id };
  const received = await receiveFile(visit, place, { id, path, name: file.name });
  if ('refusal' in received) return refuse(visit, sayRefusal(received, visit.locale));
  if (wantsData(visit)) {
    const added = await withCourse(visit, (tx) => findMedia(tx, place, received.id));
    return json(fileForEditor(placeOf(visit).customer, added!));
  }
  return redirect(`${href('media', placeOf(visit))}?besked=uppladdad`);
}

const wantsData = ({ request }: Visit): boolean => request.headers.get('accept') === 'application/json';
const refuse = (visit: Visit, problem: string): Response | Promise<Response> =>
  wantsData(visit) ? json({ problem }, 422) : show(visit, [{ name: 'file', text: problem }]);

/** The form of a request that brings a file; its own length is believed first and counted after. */
export async function readMultipart(request: Request, most: number): Promise<FormData | 'too-large'> {
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) throw new UnreadableBody(415);
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large';
  let bytes = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > most) controller.error(new Error('too large'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const type = request.headers.get('content-type')!;
  try {
    return await new Response(counted ?? null, { headers: { 'content-type': type } }).formData();
  } catch {
    if (bytes > most) return 'too-large';
    throw new UnreadableBody(400);
  }
}
