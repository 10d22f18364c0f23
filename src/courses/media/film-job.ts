import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../platform/house.ts';
import { sha256 } from '../../platform/secrets.ts';
import { findFilmToPrepare, insertMedia, updateMedia } from './media.queries.ts';
import { filmFacts, makeMp4, makePoster } from './prepare-film.ts';
import { prepareImage } from './prepare-image.ts';
import { digestOf, workFolder } from './receive-file.ts';

/** Makes an uploaded film one that every browser plays, and gives it a poster. A second run finds it ready. */
export async function prepareFilm(house: House, { customer, file }: Record<string, string>): Promise<void> {
  const scope = { purpose: 'deliver-course', customerId: customer!, staffOf: customer! };
  const work = <Result>(run: Parameters<typeof house.database.transaction<Result>>[1]) => house.database.transaction(scope, run);
  const found = await work((tx) => findFilmToPrepare(tx, customer!, file!));
  if (!found) return;
  const { ffmpeg } = house.media;
  const key = `${customer}/${file}`;
  const source = house.files.pathOf(key);
  const made = join(workFolder(house), `${file}.mp4`);
  await mkdir(workFolder(house), { recursive: true });
  const facts = await filmFacts(ffmpeg, source);
  const fail = () => work((tx) => updateMedia(tx, customer!, file!, { state: 'failed' }));
  if (!facts?.width) return fail();

  let told = 0;
  const tell = (percent: number) => {
    if (percent < told + 5) return;
    told = percent;
    // Progress is a kindness: a film does not fail for want of it.
    work((tx) => updateMedia(tx, customer!, file!, { progress: percent })).catch(() => {});
  };
  if (!(await makeMp4(ffmpeg, source, made, facts.seconds, tell))) return fail();
  const poster = await posterOf(house, made, facts.seconds, `${file}.jpg`);
  const after = await filmFacts(ffmpeg, made);
  const [{ size }, digest] = [await stat(made), await digestOf(made)];
  await house.files.take(key, made);
  const posterId = randomUUID();
  if (poster) await house.files.write(`${customer}/${posterId}`, poster.content);
  await work(async (tx) => {
    const { seconds } = facts;
    const dimensions = { width: after?.width ?? facts.width, height: after?.height ?? facts.height };
    await updateMedia(tx, customer!, file!, {
      type: 'video/mp4',
      bytes: size,
      sha256: digest,
      seconds,
      ...dimensions,
      state: 'ready',
      progress: 100,
    });
    if (!poster) return;
    const { content, ...picture } = poster;
    const part = { id: posterId, kind: 'poster' as const, of_file_id: file!, name: 'poster.webp', type: 'image/webp', ...picture };
    await insertMedia(
      tx,
      { customerId: customer!, courseId: found.courseId },
      { ...part, bytes: content.byteLength, sha256: sha256(content) },
    );
  });
}

async function posterOf(house: House, film: string, seconds: number, name: string) {
  const path = join(workFolder(house), name);
  try {
    return (await makePoster(house.media.ffmpeg, film, path, seconds)) ? (await prepareImage(await readFile(path)))?.whole : undefined;
  } finally {
    await rm(path, { force: true });
  }
}
