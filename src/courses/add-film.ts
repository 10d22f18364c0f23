import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import type { Files } from '../platform/files.ts';
import { sha256 } from '../platform/secrets.ts';
import type { CoursePlace } from './media/media.queries.ts';
import { insertFile, insertFilm, insertFilmTexts, isListed } from './courses.queries.ts';

/** `captions` is WebVTT, `transcript` Markdown. */
export type FilmText = { language: 'sv' | 'en'; captions: Uint8Array; transcript: string };
export type NewFilm = {
  title: string;
  seconds: number;
  width: number;
  height: number;
  film: Uint8Array;
  poster: Uint8Array;
  texts: FilmText[];
};

/** Gives a course its intro film, and says which file it is. The film of a listed course is public, as its page is. */
export async function addFilm(tx: Tx, files: Files, { customerId, courseId }: CoursePlace, film: NewFilm): Promise<string> {
  const { title, seconds, width, height } = film;
  const isPublic = await isListed(tx, customerId, courseId);
  type Part = Omit<Parameters<typeof insertFile>[1], 'customerId' | 'course_id' | 'id' | 'bytes' | 'sha256' | 'isPublic'>;
  const keep = async (part: Part, content: Uint8Array) => {
    const id = randomUUID();
    await insertFile(tx, { customerId, course_id: courseId, id, ...part, bytes: content.byteLength, sha256: sha256(content), isPublic });
    await files.write(`${customerId}/${id}`, content);
    return id;
  };
  const fileId = await keep({ name: `${title}.mp4`, type: 'video/mp4', kind: 'film', seconds, width, height }, film.film);
  const of = { of_file_id: fileId };
  await insertFilm(tx, {
    customer_id: customerId,
    course_id: courseId,
    title,
    seconds,
    file_id: fileId,
    poster_file_id: await keep({ name: 'poster.jpg', type: 'image/jpeg', kind: 'poster', ...of }, film.poster),
  });
  const texts = [];
  for (const { language, captions, transcript } of film.texts) {
    const part = { name: `${language}.vtt`, type: 'text/vtt; charset=utf-8', kind: 'captions' as const, language, ...of };
    texts.push({ customer_id: customerId, course_id: courseId, language, caption_file_id: await keep(part, captions), transcript });
  }
  if (texts.length > 0) await insertFilmTexts(tx, texts);
  return fileId;
}
