import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';

export type FilmFacts = { width: number | undefined; height: number | undefined; seconds: number };

/** Whether the program is installed; asked once for each name. */
export const hasProgram = (program: string): Promise<boolean> => {
  const known = programs.get(program) ?? isRunning(program);
  programs.set(program, known);
  return known;
};
const programs = new Map<string, Promise<boolean>>();

const isRunning = (program: string) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(program, ['-version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });

/** Only files are read, whatever address a film may hold, and nothing of its makers comes along. */
const safely = ['-nostdin', '-hide_banner', '-protocol_whitelist', 'file,pipe'];

/** How long a film is and how large its picture. Undefined when the program finds neither picture nor sound in it. */
export async function filmFacts(program: string, path: string): Promise<FilmFacts | undefined> {
  const { said } = await run(program, [...safely, '-i', path]);
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d)/.exec(said) ?? [];
  if (seconds === undefined || !/Stream #.*: (?:Video|Audio):/.test(said)) return undefined;
  const [, width, height] = /Stream #.*: Video:.*?[ ,](\d{2,5})x(\d{2,5})[ ,]/.exec(said) ?? [];
  return {
    width: width ? Number(width) : undefined,
    height: height ? Number(height) : undefined,
    seconds: Math.max(1, Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)),
  };
}

/** An MP4 that every browser plays and that begins before it is whole: H.264 and AAC, its index first, at most 1280 wide. */
export async function makeMp4(
  program: string,
  from: string,
  to: string,
  seconds: number,
  onProgress: (percent: number) => void,
): Promise<boolean> {
  const picture = [
    '-map',
    '0:v:0',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '23',
    '-pix_fmt',
    'yuv420p',
    '-vf',
    "scale='trunc(min(1280,iw)/2)*2':-2",
  ];
  const sound = ['-map', '0:a:0?', '-c:a', 'aac', '-b:a', '128k', '-ac', '2'];
  const whole = ['-movflags', '+faststart', '-map_metadata', '-1', '-map_chapters', '-1', '-f', 'mp4', '-threads', '2'];
  const { code } = await run(program, [...safely, '-y', '-i', from, ...picture, ...sound, ...whole, '-progress', 'pipe:1', to], (line) => {
    const [, micros] = /^out_time_us=(\d+)/.exec(line) ?? [];
    if (micros) onProgress(Math.min(99, Math.round(Number(micros) / 1e4 / seconds)));
  });
  if (code !== 0) await rm(to, { force: true });
  return code === 0;
}

/** A picture of the film, a little in: the first is often black. */
export async function makePoster(program: string, from: string, to: string, seconds: number): Promise<boolean> {
  const at = String(Math.min(3, seconds / 4));
  const { code } = await run(program, [
    ...safely,
    '-y',
    '-ss',
    at,
    '-i',
    from,
    '-frames:v',
    '1',
    '-map_metadata',
    '-1',
    '-f',
    'image2',
    '-c:v',
    'mjpeg',
    to,
  ]);
  return code === 0;
}

function run(
  program: string,
  options: string[],
  onLine: (line: string) => void = () => {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-20_000)));
    child.stdout.on('data', (chunk: Buffer) => String(chunk).split('\n').forEach(onLine));
    child.on('error', () => resolve({ code: null, said }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
