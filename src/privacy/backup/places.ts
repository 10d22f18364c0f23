import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stores } from '../../../data-map/index.ts';
import { addPeriod } from '../retention-plan.ts';
import { BackupRefused } from './backup-refused.ts';

/** `kursiv-20261123T031000Z.age`, with its checksum beside it in the form that sha256sum reads. */
const namePattern = /^kursiv-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.age$/;

export function nameOfBackup(at: Date): string {
  return `kursiv-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.age`;
}

function madeAt(name: string): Date | undefined {
  const match = namePattern.exec(name);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

export type Placed = { paths: string[]; failed: { folder: string; problem: string }[]; bytes: number; sha256: string };

type Place = { folder: string; part: string; file: FileHandle };

/**
 * Writes the same bytes to every place. A file has its name only when it is whole and its checksum
 * lies beside it; a place that fails is told and does not take the others with it.
 */
export async function writeToPlaces(folders: string[], name: string, bytes: AsyncIterable<Uint8Array>): Promise<Placed> {
  const failed: Placed['failed'] = [];
  let places: Place[] = [];
  const inEach = async <Item extends { folder: string }>(items: Item[], work: (item: Item) => Promise<void>): Promise<Item[]> => {
    const stood: Item[] = [];
    for (const item of items) {
      try {
        await work(item);
        stood.push(item);
      } catch (error) {
        failed.push({ folder: item.folder, problem: (error as NodeJS.ErrnoException).code ?? 'failed' });
      }
    }
    return stood;
  };
  const opened: Place[] = [];
  await inEach(
    folders.map((folder) => ({ folder })),
    async ({ folder }) => void opened.push(await openPlace(folder, name)),
  );
  places = opened;
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      places = await inEach(places, async ({ file }) => void (await file.write(chunk)));
      if (places.length === 0)
        throw new Error(`The backup could not be written anywhere (${failed.map(({ problem }) => problem).join(', ')}).`);
    }
    const sha256 = hash.digest('hex');
    places = await inEach(places, (place) => finishPlace(place, name, sha256));
    if (places.length === 0) throw new Error('The backup could not be finished anywhere.');
    return { paths: places.map(({ folder }) => join(folder, name)), failed, bytes: size, sha256 };
  } finally {
    for (const { file, part } of opened) {
      await file.close().catch(() => {});
      await rm(part, { force: true }).catch(() => {});
    }
  }
}

async function openPlace(folder: string, name: string): Promise<Place> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // One backup at a time is made: what is unfinished here was left by a crash.
  for (const left of (await readdir(folder)).filter((one) => /^kursiv-\w+\.age\.part$/.test(one)))
    await rm(join(folder, left), { force: true });
  const part = join(folder, `${name}.part`);
  return { folder, part, file: await open(part, 'wx', 0o600) };
}

async function finishPlace({ folder, part, file }: Place, name: string, sha256: string): Promise<void> {
  await file.sync();
  await file.close();
  await writeFile(join(folder, `${name}.sha256`), `${sha256}  ${name}\n`, { mode: 0o600 });
  await rename(part, join(folder, name));
}

/** Refuses a file that is not the one that was written; without its checksum age itself still does. */
export async function checkSum(path: string): Promise<void> {
  const written = await readFile(`${path}.sha256`, 'utf8').catch(() => undefined);
  if (written === undefined) return;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (!written.startsWith(hash.digest('hex')))
    throw new BackupRefused(`${basename(path)} differs from its checksum: it has been changed or damaged.`);
}

/** The backups of all places, newest first. */
export async function listBackups(folders: string[]): Promise<{ path: string; madeAt: Date }[]> {
  const found: { path: string; madeAt: Date }[] = [];
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const at = madeAt(name);
      if (at) found.push({ path: join(folder, name), madeAt: at });
    }
  }
  return found.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** No backup is older than the map says. What a crash left unfinished goes after a day. */
export async function removeOldBackups(folders: string[], now: Date): Promise<number> {
  const old = (await listBackups(folders)).filter(({ madeAt }) => addPeriod(madeAt, stores.backups.retention) <= now);
  for (const { path } of old) {
    await rm(path, { force: true });
    await rm(`${path}.sha256`, { force: true });
  }
  for (const folder of folders) await removeLeftovers(folder, now);
  return old.length;
}

async function removeLeftovers(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const orphaned = name.endsWith('.age.sha256') && !(await stat(join(dirname(path), name.slice(0, -7))).catch(() => undefined));
    if (!/^kursiv-\w+\.age\.(part|sha256)$/.test(name) || (!orphaned && !name.endsWith('.part'))) continue;
    const made = madeAt(name.replace(/\.(part|sha256)$/, ''));
    if (made && addPeriod(made, 'P1D') <= now) await rm(path, { force: true });
  }
}
