import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { sha256 } from '../../platform/secrets.ts';
import { showIntro } from './intro.queries.ts';
import { makeStream, type Made } from './make-stream.ts';
import { findFilmToPrepare, insertMedia, updateMedia, type CoursePlace } from './media.queries.ts';
import { filmFacts, makeMp4, makePoster, type FilmFacts } from './prepare-film.ts';
import { prepareImage } from './prepare-image.ts';
import { digestOf, workFolder } from './receive-file.ts';

/** From this length a film is made in several widths: whoever watches has time to meet a slow line. */
export const longFilmSeconds = 600;

type Job = {
  house: House;
  work<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  place: CoursePlace;
  file: string;
  /** What is made lies here until it is taken. */
  folder: string;
  longFrom: number;
};

/**
 * Makes an uploaded film one that every browser plays, with a poster, and a long one a stream as well. It is ready when all of
 * it is there, since a page is drawn with what the film then has. A second run finds nothing to do.
 */
export async function prepareFilm(house: House, ids: Record<string, string>, longFrom = longFilmSeconds): Promise<void> {
  const [customerId, file] = [ids['customer']!, ids['file']!];
  const scope = { purpose: 'deliver-course', customerId, staffOf: customerId };
  const work: Job['work'] = (run) => house.database.transaction(scope, run);
  const found = await work((tx) => findFilmToPrepare(tx, customerId, file, longFrom));
  if (!found) return;
  const folder = join(workFolder(house), `${file}-film`);
  await mkdir(folder, { recursive: true });
  try {
    const job = { house, work, file, folder, longFrom, place: { customerId, courseId: found.courseId } };
    await (found.isReady ? addStream(job) : makeReady(job));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const keyOf = ({ place }: Job, id: string) => `${place.customerId}/${id}`;

/** How much of the work is the MP4 when there are more widths to make. */
const mp4Share = 0.6;

async function makeReady(job: Job): Promise<void> {
  const { house, work, file, folder, place } = job;
  const { ffmpeg } = house.media;
  const source = house.files.pathOf(keyOf(job, file));
  const film = join(folder, 'film.mp4');
  const facts = await filmFacts(ffmpeg, source);
  const share = facts && facts.seconds >= job.longFrom ? mp4Share : 1;
  const tell = progressOf(job);
  const isMade = facts?.width && (await makeMp4(ffmpeg, source, film, facts.seconds, (percent) => tell(percent * share)));
  if (!isMade) return work((tx) => updateMedia(tx, place.customerId, file, { state: 'failed' }));
  const after = (await filmFacts(ffmpeg, film)) ?? facts;
  const made = [
    ...(await posterOf(job, film, facts.seconds)),
    ...(await streamOf(job, film, after, (percent) => tell(100 * share + percent * (1 - share)))),
  ];
  const [{ size }, digest] = [await stat(film), await digestOf(film)];
  await house.files.take(keyOf(job, file), film);
  await keep(job, made, {
    ...{ type: 'video/mp4', bytes: size, sha256: digest, seconds: facts.seconds },
    ...{ width: after.width, height: after.height, state: 'ready', progress: 100 },
  });
}

/** For one that came ready, with a package from elsewhere. */
async function addStream(job: Job): Promise<void> {
  const film = job.house.files.pathOf(keyOf(job, job.file));
  const facts = await filmFacts(job.house.media.ffmpeg, film);
  if (facts) await keep(job, await streamOf(job, film, facts, () => {}));
}

async function streamOf(job: Job, film: string, facts: FilmFacts, onProgress: (percent: number) => void): Promise<Made[]> {
  const { width, height, seconds } = facts;
  if (seconds < job.longFrom || !width || !height) return [];
  const whole = { id: job.file, path: film, facts: { ...facts, width, height } };
  const made = await makeStream(job.house.media.ffmpeg, whole, join(job.folder, 'stream'), onProgress);
  if (made.length === 0) job.house.log.warn({ step: 'film' }, 'no stream could be made of a long film: it is played as it is');
  return made;
}

async function posterOf({ house, file, folder }: Job, film: string, seconds: number): Promise<Made[]> {
  const [taken, path] = [join(folder, 'poster.jpg'), join(folder, 'poster.webp')];
  if (!(await makePoster(house.media.ffmpeg, film, taken, seconds))) return [];
  const picture = await prepareImage(await readFile(taken));
  if (!picture) return [];
  const { content, width, height } = picture.whole;
  await writeFile(path, content);
  const part = { id: randomUUID(), kind: 'poster' as const, of_file_id: file, name: 'poster.webp', type: 'image/webp', width, height };
  return [{ path, part: { ...part, bytes: content.byteLength, sha256: sha256(content) } }];
}

/** The files first: what is in the table is on the disk. What is open to everyone of the film, is so of its parts. */
async function keep(job: Job, made: readonly Made[], changes: Parameters<typeof updateMedia>[3] = {}): Promise<void> {
  for (const { path, part } of made) await job.house.files.take(keyOf(job, part.id), path);
  await job.work(async (tx) => {
    if (Object.keys(changes).length > 0) await updateMedia(tx, job.place.customerId, job.file, changes);
    for (const { part } of made) await insertMedia(tx, job.place, part);
    await showIntro(tx, job.place);
  });
}

function progressOf({ work, place, file }: Job): (percent: number) => void {
  let told = 0;
  return (percent) => {
    if (percent < told + 5) return;
    told = percent;
    // Progress is a kindness: a film does not fail for want of it.
    work((tx) => updateMedia(tx, place.customerId, file, { progress: Math.min(99, Math.round(percent)) })).catch(() => {});
  };
}
