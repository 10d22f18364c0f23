import { rm } from 'node:fs/promises';
import { runFfmpeg } from './run-ffmpeg.ts';

export type FilmFacts = { width: number | undefined; height: number | undefined; seconds: number; hasSound: boolean };

/** How long a film is and how large its picture. Undefined when the program finds neither picture nor sound in it. */
export async function filmFacts(program: string, path: string): Promise<FilmFacts | undefined> {
  const { said } = await runFfmpeg(program, ['-i', path]);
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d)/.exec(said) ?? [];
  if (seconds === undefined || !/Stream #.*: (?:Video|Audio):/.test(said)) return undefined;
  const [, width, height] = /Stream #.*: Video:.*?[ ,](\d{2,5})x(\d{2,5})[ ,]/.exec(said) ?? [];
  return {
    width: width ? Number(width) : undefined,
    height: height ? Number(height) : undefined,
    seconds: Math.max(1, Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)),
    hasSound: /Stream #.*: Audio:/.test(said),
  };
}

/** A film begins anew this often, so that it can be cut there into pieces that play by themselves. */
export const pieceSeconds = 6;
export const wholePieces = (stream = ''): string[] => [`-force_key_frames${stream}`, `expr:gte(t,n_forced*${pieceSeconds})`];

/** Nothing of its makers comes along. */
const nameless = '-map_metadata -1 -map_chapters -1'.split(' ');

/** An MP4 that every browser plays and that begins before it is whole: H.264 and AAC, its index first, at most 1280 wide. */
export async function makeMp4(
  program: string,
  from: string,
  to: string,
  seconds: number,
  onProgress: (percent: number) => void,
): Promise<boolean> {
  const picture = '-map 0:v:0 -c:v libx264 -preset veryfast -crf 23 -pix_fmt yuv420p'.split(' ');
  const size = ['-vf', "scale='trunc(min(1280,iw)/2)*2':-2", ...wholePieces()];
  const sound = '-map 0:a:0? -c:a aac -b:a 128k -ac 2'.split(' ');
  const whole = ['-movflags', '+faststart', ...nameless, '-f', 'mp4', '-threads', '2'];
  const { code } = await runFfmpeg(program, ['-y', '-i', from, ...picture, ...size, ...sound, ...whole, to], { onProgress, seconds });
  if (code !== 0) await rm(to, { force: true });
  return code === 0;
}

/** A picture of the film, a little in: the first is often black. */
export async function makePoster(program: string, from: string, to: string, seconds: number): Promise<boolean> {
  const at = String(Math.min(3, seconds / 4));
  const one = ['-frames:v', '1', ...nameless, '-f', 'image2', '-c:v', 'mjpeg'];
  return (await runFfmpeg(program, ['-y', '-ss', at, '-i', from, ...one, to])).code === 0;
}
