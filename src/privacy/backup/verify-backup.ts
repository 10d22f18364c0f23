import { decrypterFor } from './identity.ts';
import { noFiles, openOne, readOnly, type FileCounts } from './files/read-files.ts';
import { keysForReading } from './key-cache.ts';
import type { KeyringHouse } from './keyring.ts';
import { findBackup, listBackups } from './places/backups-there.ts';
import type { Place } from './places/place.ts';
import { placesOf } from './places/places-of.ts';
import { openBackup } from './read-backup.ts';

export type Verified = { place: string; name: string; rows: number; files: FileCounts };

/**
 * Reads a backup to its last byte, with every file of it, and writes nothing: is it the one that was written, and does the keyring
 * open its files? Without a path, the newest of each place is read there.
 */
export async function verifyBackups(house: KeyringHouse, path?: string): Promise<Verified[]> {
  if (path) {
    const { places, name } = await findBackup(house.vault, house.clock, path);
    return [await verifyOne(house, places, name)];
  }
  const verified: Verified[] = [];
  for (const place of placesOf(house.vault, house.clock)) {
    const [newest] = await listBackups([place]);
    if (newest) verified.push(await verifyOne(house, [place], newest.name));
  }
  return verified;
}

async function verifyOne(house: KeyringHouse, places: Place[], name: string): Promise<Verified> {
  const backup = await openBackup(house, places[0]!, name);
  const keys = keysForReading(house, backup.head.salt);
  const decrypter = await decrypterFor(house.vault);
  const files = noFiles();
  let rows = 0;
  for await (const line of backup.rows) {
    if (!('file' in line)) rows++;
    else {
      const key = await keys.keyOf({ label: line.of, customer: '', atCustomer: false });
      files[key ? await openOne({ decrypter, places }, key, line.file, (content) => readOnly('files', line.file, content)) : 'forgotten']++;
    }
  }
  return { place: places[0]!.name, name, rows, files };
}
