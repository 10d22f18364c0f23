import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { streamType } from '../render-media.ts';
import type { NewFile } from './media.queries.ts';
import { mainPlaylist, narrower, renamed, type Rendition } from './playlist.ts';
import { pieceSeconds, wholePieces, type FilmFacts } from './prepare-film.ts';
import { digestOf } from './receive-file.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** A file of the stream where it was made, to be taken from there. */
export type Made = { path: string; part: NewFile };
type Picture = FilmFacts & { width: number; height: number };

/**
 * An MP4 of ours in several widths that a browser changes between as the line allows (HLS, RFC 8216): the playlist of them all
 * first. Each width is one file, read in ranges, and its playlist. Nothing when the program cannot make it: the MP4 is there.
 */
export async function makeStream(
  program: string,
  film: { id: string; path: string; facts: Picture },
  folder: string,
  onProgress: (percent: number) => void,
): Promise<Made[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const widths = [film.facts.width, ...narrower(film.facts.width)];
  const options = encoding(film.path, widths, film.facts.hasSound, folder);
  const { code } = await runFfmpeg(program, options, { onProgress, seconds: film.facts.seconds });
  return code === 0 ? gather(film.id, film.facts, widths, folder) : [];
}

/** The film's own width as it is, the others anew; every one cut at the same places. */
function encoding(from: string, widths: readonly number[], hasSound: boolean, folder: string): string[] {
  const streams = widths.flatMap((width, n) => [
    ...['-map', '0:v:0', ...(hasSound ? ['-map', '0:a:0'] : [])],
    ...(n === 0 ? ['-c:v:0', 'copy'] : narrow(width, n)),
    ...(hasSound ? (n === 0 ? ['-c:a:0', 'copy'] : [`-c:a:${n}`, 'aac', `-b:a:${n}`, '64k']) : []),
  ]);
  const map = widths.map((_, n) => (hasSound ? `v:${n},a:${n}` : `v:${n}`)).join(' ');
  const cut = `-f hls -hls_time ${pieceSeconds} -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags single_file+independent_segments`;
  const names = ['-hls_segment_filename', join(folder, 'width-%v.mp4'), join(folder, 'width-%v.m3u8')];
  return ['-y', '-i', from, ...streams, '-threads', '2', ...cut.split(' '), '-var_stream_map', map, ...names];
}

const narrow = (width: number, n: number): string[] => [
  ...[`-c:v:${n}`, 'libx264', '-preset', 'veryfast', `-crf:v:${n}`, '26', `-filter:v:${n}`, `scale=${width}:-2`],
  ...[`-maxrate:v:${n}`, width > 600 ? '900k' : '400k', `-bufsize:v:${n}`, width > 600 ? '1800k' : '800k'],
  ...wholePieces(`:v:${n}`),
];

async function gather(filmId: string, facts: Picture, widths: readonly number[], folder: string): Promise<Made[]> {
  const parts: Made[] = [];
  const renditions: Rendition[] = [];
  const names: string[] = [];
  for (const [n, width] of widths.entries()) {
    const name = (ending: string) => `width-${n}.${ending}`;
    const media = await madeOf(join(folder, name('mp4')), filmId, { name: `${width}.mp4`, type: 'video/mp4', kind: 'stream-part' });
    const head = await headOf(media.path);
    const playlist = renamed(await readFile(join(folder, name('m3u8')), 'utf8'), name('mp4'), media.part.id);
    await writeFile(join(folder, name('m3u8')), playlist);
    const list = await madeOf(join(folder, name('m3u8')), filmId, { name: `${width}.m3u8`, type: streamType, kind: 'stream-part' });
    parts.push(media, list);
    renditions.push({ width, height: 2 * Math.round((facts.height * width) / facts.width / 2), playlist, head });
    names.push(list.part.id);
  }
  const path = join(folder, 'main.m3u8');
  await writeFile(path, mainPlaylist(renditions, names));
  return [await madeOf(path, filmId, { name: 'film.m3u8', type: streamType, kind: 'stream' }), ...parts];
}

async function madeOf(path: string, filmId: string, said: Pick<NewFile, 'name' | 'type' | 'kind'>): Promise<Made> {
  const [{ size }, sha256] = [await stat(path), await digestOf(path)];
  return { path, part: { id: randomUUID(), of_file_id: filmId, bytes: size, sha256, ...said } };
}

const headBytes = 8192;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
