/**
 * Makes the intro films of the demo world again, all or those that are named: film, poster, captions and transcripts.
 *
 *   apt-get install -y ffmpeg espeak-ng
 *   node db/world/films/make-film.ts [slug…]
 *
 * Run by hand when a word or a picture changes; what it makes is committed beside it, so that neither
 * ffmpeg nor the synthesiser is needed to build, test or start the platform. Takes about a minute a film.
 */
import { writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { filmFrames, filmPoster, withFilmPage } from './making/camera.ts';
import { captions, transcript } from './making/captions.ts';
import type { Manuscript } from './making/manuscript.ts';
import { narrate } from './making/narration.ts';
import { manuscripts } from './manuscripts/index.ts';

async function make(film: Manuscript): Promise<void> {
  const made = (ending: string) => path(import.meta.dirname, `${film.slug}.${ending}`);
  const narration = await narrate(film);
  for (const language of ['sv', 'en'] as const) {
    writeFileSync(made(`${language}.vtt`), captions(narration.scenes, language));
    writeFileSync(made(`transcript.${language}.md`), transcript(film, language));
  }
  await withFilmPage(narration.scenes, async (page) => {
    await filmPoster(page, narration.scenes[0]!, made('poster.jpg'));
    await filmFrames(page, { narration, title: film.title.sv, to: made('mp4') });
  });
}

const named = process.argv.slice(2);
for (const film of manuscripts) if (named.length === 0 || named.includes(film.slug)) await make(film);
