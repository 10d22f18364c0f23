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
  type Part = { name: string; type: string; kind: 'film' | 'poster' | 'captions'; of_file_id?: string; language?: 'sv' | 'en' };
  const keep = async (part: Part, content: Uint8Array) => {
    const id = randomUUID();
    await insertFile(tx, { customerId, course_id: courseId, id, ...part, bytes: content.byteLength, sha256: sha256(content), isPublic });
    await files.write(`${customerId}/${id}`, content);
    return id;
  };
  const fileId = await keep({ name: 'film.mp4', type: 'video/mp4', kind: 'film' }, film.film);
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
}
