import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { scopeOf, type Visit } from '../../platform/visit.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { sha256 } from '../../platform/secrets.ts';
import { largest, sniff, type Known } from './kinds.ts';
import { insertMedia, type CoursePlace, type NewFile } from './media.queries.ts';
import { prepareImage } from './prepare-image.ts';
import { hasProgram } from './run-ffmpeg.ts';
import { scanFile } from './scan-file.ts';

export type Refusal = 'unknown-kind' | 'too-large' | 'empty' | 'unreadable-image' | 'only-mp4' | 'infected' | 'not-scanned';
export type Received = { id: string } | { refusal: Refusal; largestBytes?: number };
type Incoming = { id: string; path: string; name: string };

/** Takes a whole upload into the course, or says why not. The file is looked into, whatever it calls itself; it is gone from its place after. */
export async function receiveFile(visit: Visit, place: CoursePlace, incoming: Incoming): Promise<Received> {
  try {
    return await take(visit, place, incoming);
  } finally {
    await rm(incoming.path, { force: true });
  }
}

async function take(visit: Visit, place: CoursePlace, { id, path, name }: Incoming): Promise<Received> {
  const { house } = visit;
  const { size } = await stat(path);
  if (size === 0) return { refusal: 'empty' };
  const known = await sniff(path, name);
  if (!known) return { refusal: 'unknown-kind' };
  const largestBytes = largest(known.kind, house.media.largestFilmBytes);
  if (size > largestBytes) return { refusal: 'too-large', largestBytes };
  const seen = house.media.clamd ? await scanFile(house.media.clamd, path) : 'clean';
  if (seen !== 'clean') return { refusal: seen === 'infected' ? 'infected' : 'not-scanned' };
  const file = { id, path, name: cleanName(name, known), size, known };
  if (known.kind === 'image') return takeImage(visit, place, file);
  if (known.kind === 'film') return takeFilm(visit, place, file);
  return takeAsItIs(visit, place, file, {});
}

type Taken = Incoming & { size: number; known: Known };

/** A name as it may be shown and saved: the last of a path, with the ending of what the file is. */
function cleanName(name: string, { ending, kind }: Known): string {
  const last = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .trim();
  const stem = last.replace(/\.[^.]{1,5}$/, '').slice(0, 100) || 'fil';
  return `${stem}.${kind === 'image' ? 'webp' : kind === 'film' ? 'mp4' : ending}`;
}

async function takeImage(visit: Visit, place: CoursePlace, { id, path, name }: Taken): Promise<Received> {
  const prepared = await prepareImage(await readFile(path));
  if (!prepared) return { refusal: 'unreadable-image' };
  const parts = [
    { ...prepared.whole, id, kind: 'image' as const },
    ...prepared.smaller.map((one) => ({ ...one, id: randomUUID(), kind: 'width' as const, of_file_id: id })),
  ];
  for (const part of parts) await visit.house.files.write(`${place.customerId}/${part.id}`, part.content);
  await insertAll(
    visit,
    place,
    parts.map(({ content, ...part }) => ({ ...part, name, type: 'image/webp', bytes: content.byteLength, sha256: sha256(content) })),
  );
  return { id };
}

async function takeFilm(visit: Visit, place: CoursePlace, file: Taken): Promise<Received> {
  const canPrepare = await hasProgram(visit.house.media.ffmpeg);
  if (!canPrepare && file.known.type !== 'video/mp4') return { refusal: 'only-mp4' };
  return takeAsItIs(visit, place, file, canPrepare ? { state: 'waiting' } : {});
}

async function takeAsItIs(visit: Visit, place: CoursePlace, file: Taken, more: Partial<NewFile>): Promise<Received> {
  const { id, path, name, size, known } = file;
  const digest = await digestOf(path);
  await visit.house.files.take(`${place.customerId}/${id}`, path);
  await insertAll(visit, place, [{ id, name, type: known.type, kind: known.kind, bytes: size, sha256: digest, ...more }]);
  return { id };
}

function insertAll(visit: Visit, place: CoursePlace, files: NewFile[]): Promise<void> {
  return visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => {
    for (const file of files) {
      await insertMedia(tx, place, file);
      if (file.state === 'waiting')
        await addJob(tx, 'prepare-film', { customer: place.customerId, file: file.id }, { key: `film ${file.id}`, maxAttempts: 3 });
    }
  });
}

export async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}

/** What a film or picture was made of lies here while it is made: on the same disk, so that it can be moved. */
export const workFolder = (house: House): string => `${house.files.folder}/uploads`;
