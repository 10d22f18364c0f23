import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import type { Files } from '../platform/files.ts';
import { sha256 } from '../platform/secrets.ts';
import { insertFile, insertFilm, insertFilmTexts, isListed } from './courses.queries.ts';

/** `captions` is WebVTT, `transcript` Markdown. */
export type FilmText = { language: 'sv' | 'en'; captions: Uint8Array; transcript: string };
export type NewFilm = {
  customerId: string;
  courseId: string;
  title: string;
  seconds: number;
  film: Uint8Array;
  poster: Uint8Array;
  texts: FilmText[];
};

/** Gives a course its intro film. The film of a listed course is public, as its page is. */
export async function addFilm(tx: Tx, files: Files, film: NewFilm): Promise<void> {
  const { customerId, courseId, title, seconds } = film;
  const isPublic = await isListed(tx, customerId, courseId);
  const keep = async (name: string, type: string, content: Uint8Array) => {
    const id = randomUUID();
    await insertFile(tx, { customerId, id, name, type, bytes: content.byteLength, sha256: sha256(content), isPublic });
    await files.write(`${customerId}/${id}`, content);
    return id;
  };
  await insertFilm(tx, {
    customer_id: customerId,
    course_id: courseId,
    title,
    seconds,
    file_id: await keep('film.mp4', 'video/mp4', film.film),
    poster_file_id: await keep('poster.jpg', 'image/jpeg', film.poster),
  });
  const texts = [];
  for (const { language, captions, transcript } of film.texts) {
    const captionFileId = await keep(`${language}.vtt`, 'text/vtt; charset=utf-8', captions);
    texts.push({ customer_id: customerId, course_id: courseId, language, caption_file_id: captionFileId, transcript });
  }
  if (texts.length > 0) await insertFilmTexts(tx, texts);
}
