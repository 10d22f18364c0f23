import { readFile } from 'node:fs/promises';
import type { NewFilm } from '../../src/courses/index.ts';
import { manuscripts } from './films/manuscripts/index.ts';

/** The intro film of a course of the demo world as it lies here; undefined for courses without one. */
export async function readFilm(slug: string): Promise<NewFilm | undefined> {
  const manuscript = manuscripts.find((one) => one.slug === slug);
  if (!manuscript) return undefined;
  const read = (ending: string) => readFile(new URL(`./films/${slug}.${ending}`, import.meta.url));
  const text = async (language: 'sv' | 'en') => ({
    language,
    captions: await read(`${language}.vtt`),
    transcript: (await read(`transcript.${language}.md`)).toString('utf8'),
  });
  const film = await read('mp4');
  return {
    title: `${manuscript.title.sv} – introfilm`,
    seconds: Math.round(secondsOf(film)),
    width: 1280,
    height: 720,
    film,
    poster: await read('poster.jpg'),
    texts: [await text('sv'), await text('en')],
  };
}

/** As the film itself says in its movie header (ISO/IEC 14496-12, 8.2.2). */
export function secondsOf(film: Buffer): number {
  const at = film.indexOf('mvhd');
  if (at < 0) throw new Error('This is no MP4.');
  return film.readUInt32BE(at + 20) / film.readUInt32BE(at + 16);
}
