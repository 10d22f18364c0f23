import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { stores } from '../../../../data-map/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Vault } from '../../../platform/house.ts';
import { addPeriod } from '../../retention-plan.ts';
import { BackupRefused } from '../backup-refused.ts';
import { folderPlace } from './folder.ts';
import { readText, type Place } from './place.ts';
import { placesOf } from './places-of.ts';

/** `kursiv-20261123T031000Z.age`, with its checksum beside it in the form that sha256sum reads, and the names of its files. */
const namePattern = /^kursiv-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.age$/;
const besidePattern = /^(kursiv-\w+\.age)\.(sha256|files)$/;

export function nameOfBackup(at: Date): string {
  return `kursiv-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.age`;
}

function madeAt(name: string): Date | undefined {
  const match = namePattern.exec(name);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

export type Found = { place: Place; name: string; madeAt: Date };

/** The backups of all places, newest first. */
export async function listBackups(places: Place[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const place of places) {
    for await (const { name } of place.list('')) {
      const at = madeAt(name);
      if (at) found.push({ place, name, madeAt: at });
    }
  }
  return found.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** A file on this machine, or the name of a backup in one of the places; its files may lie in any of them. */
export async function findBackup(vault: Vault, clock: Clock, path: string): Promise<{ places: Place[]; name: string }> {
  const places = placesOf(vault, clock);
  const name = basename(path);
  if (await stat(path).catch(() => undefined)) return { places: [folderPlace(dirname(path)), ...places], name };
  for (const place of places) {
    const there = (await listBackups([place])).some((one) => one.name === name);
    if (there) return { places: [place, ...places.filter((other) => other !== place)], name };
  }
  throw new BackupRefused(`There is no backup ${name}, neither here nor in ${places.map((place) => place.name).join(', ')}.`);
}

/** Refuses a file that is not the one that was written; without its checksum age itself still does. */
export async function checkSum(place: Place, name: string): Promise<void> {
  const written = await readText(place, `${name}.sha256`);
  if (written === undefined) return;
  const hash = createHash('sha256');
  for await (const chunk of (await place.read(name)) ?? []) hash.update(chunk);
  if (!written.startsWith(hash.digest('hex')))
    throw new BackupRefused(`${name} differs from its checksum: it has been changed or damaged.`);
}

/** No backup is older than the map says; what only it used goes with it. Told are how many went, and the places that did not answer. */
export async function removeOldBackups(places: Place[], now: Date): Promise<{ count: number; failed: string[] }> {
  let count = 0;
  const failed: string[] = [];
  for (const place of places) {
    try {
      await place.removeUnfinished();
      for (const { name } of (await listBackups([place])).filter((one) => addPeriod(one.madeAt, stores.backups.retention) <= now)) {
        // The backup first: what lies beside it is found without it, but not it without its checksum.
        for (const part of [name, `${name}.sha256`, `${name}.files`]) await place.remove(part);
        count++;
      }
      await removeUnused(place);
    } catch {
      failed.push(place.name);
    }
  }
  return { count, failed };
}

/** Files that no backup of this place names. Where one does not tell its files, nothing is removed. */
async function removeUnused(place: Place): Promise<void> {
  const backups = new Set((await listBackups([place])).map(({ name }) => name));
  for await (const { name } of place.list('')) {
    const of = besidePattern.exec(name)?.[1];
    if (of && !backups.has(of)) await place.remove(name);
  }
  const used = new Set<string>();
  for (const name of backups) {
    const names = await readText(place, `${name}.files`);
    if (names === undefined) return;
    for (const file of names.split('\n')) used.add(file);
  }
  for await (const { name } of place.list('files/')) if (!used.has(name)) await place.remove(name);
}
