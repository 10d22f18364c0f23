import { spawn } from 'node:child_process';
import { once } from 'node:events';
import chromiumPack from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';
import { filmPage } from './film-page.ts';
import type { Scene } from './manuscript.ts';
import type { Narration } from './narration.ts';
import { withFinishedSound } from './sound.ts';

/** Pictures that move slowly need no more, and a film of a minute stays small. */
const FRAMES_PER_SECOND = 12;
/** The poster is the opening as it stands before it gives way to what comes. */
const BEFORE_NEXT_SECONDS = 1;

export async function withFilmPage(scenes: Scene[], use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await chromiumPack.executablePath(),
    args: [...chromiumPack.args, '--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent(filmPage(scenes));
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await use(page);
  } finally {
    await browser.close();
  }
}

export async function filmPoster(page: Page, opening: Scene, to: string): Promise<void> {
  await page.evaluate(`seek(${opening.seconds - BEFORE_NEXT_SECONDS})`);
  await page.screenshot({ path: to, type: 'jpeg', quality: 76 });
}

/** Photographs the page frame by frame straight into the encoder. */
export async function filmFrames(page: Page, film: { narration: Narration; title: string; to: string }): Promise<void> {
  await withFinishedSound(film.narration.samples, async (sound) => {
    const encoder = spawn('ffmpeg', encoding(sound, film.title, film.to), {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    const closed = once(encoder, 'close');
    const camera = await page.context().newCDPSession(page);
    for (let frame = 0; frame < film.narration.seconds * FRAMES_PER_SECOND; frame += 1) {
      await page.evaluate(`seek(${frame / FRAMES_PER_SECOND})`);
      const shot = await camera.send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: true,
      });
      if (!encoder.stdin.write(Buffer.from(shot.data, 'base64'))) await once(encoder.stdin, 'drain');
    }
    encoder.stdin.end();
    const [code] = await closed;
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  });
}

function encoding(sound: string, title: string, to: string): string[] {
  return [
    ...'-y -hide_banner -loglevel error'.split(' '),
    ...`-f image2pipe -c:v png -framerate ${FRAMES_PER_SECOND} -i - -i`.split(' '),
    sound,
    ...'-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'.split(' '),
    ...'-colorspace bt709 -color_primaries bt709 -color_trc bt709'.split(' '),
    ...'-c:v libx264 -profile:v high -level 4.0 -refs 4 -preset slow -tune animation -crf 32 -g 240'.split(' '),
    ...'-c:a aac -b:a 28k -ac 1 -ar 24000 -shortest'.split(' '),
    // Bit-exact headers: no clock and no encoder's name in what is committed.
    ...'-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact'.split(' '),
    ...'-movflags +faststart'.split(' '),
    '-metadata',
    `title=${title}`,
    '-metadata:s:a:0',
    'language=swe',
    to,
  ];
}
