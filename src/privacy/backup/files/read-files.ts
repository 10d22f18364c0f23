import { Readable } from 'node:stream';
import type { Decrypter } from 'age-encryption';
import type { House } from '../../../platform/house.ts';
import { holderOfCustomer, readShard, shardOf, type KeyringHouse } from '../keyring.ts';
import type { Place } from '../places/place.ts';
import { rowsWithFiles, type FileRow, type FileTable } from './file-tables.ts';
import { nameOfFile, openFile } from './seal-file.ts';

/** How many files came back, are in none of the places, were changed or damaged there, or are of a customer that is gone. */
export type FileCounts = { files: number; missing: number; damaged: number; forgotten: number };
export const noFiles = (): FileCounts => ({ files: 0, missing: 0, damaged: 0, forgotten: 0 });

/** What is done with a file that has been opened: kept, or only read to its end. */
export type Keep = (store: FileTable['store'], key: string, content: AsyncIterable<Uint8Array>) => Promise<void>;

export const keepIn =
  (house: Pick<House, 'files' | 'attachments'>): Keep =>
  (store, key, content) =>
    house[store].write(key, content);

export const readOnly: Keep = async (_store, _key, content) => {
  for await (const _ of content); // a changed byte throws at the end
};

type Reading = { house: KeyringHouse; decrypter: Decrypter; places: Place[] };

/** Brings back the files of the rows that are there: whoever was forgotten has no row, and nothing else opens their files. */
export async function readFiles(
  reading: Reading,
  tables: FileTable[],
  ask: (sql: string, values: unknown[]) => Promise<FileRow[]>,
  keep: Keep,
): Promise<FileCounts> {
  const counts = noFiles();
  const keyOf = customerKeys(reading.house);
  for (const table of tables) {
    for await (const rows of rowsWithFiles(table, ask)) {
      for (const row of rows) {
        const key = await keyOf(row.customer);
        const outcome = key
          ? await openOne(reading, key, nameOfFile(key, table, row), (content) => keep(table.store, row.key, content))
          : 'forgotten';
        counts[outcome]++;
      }
    }
  }
  return counts;
}

/** Opens a file from the first place that has it whole. */
export async function openOne(
  { decrypter, places }: Omit<Reading, 'house'>,
  key: Buffer,
  name: string,
  keep: (content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<'files' | 'missing' | 'damaged'> {
  let outcome: 'missing' | 'damaged' = 'missing';
  for (const place of places) {
    const encrypted = await place.read(name);
    if (!encrypted) continue;
    try {
      const sealed = await decrypter.decrypt(Readable.toWeb(Readable.from(encrypted)) as ReadableStream<Uint8Array>);
      await keep(openFile(key, name, Readable.fromWeb(sealed as never)));
      return 'files';
    } catch (error) {
      // The disk that it is kept on may be full: that is no fault of the backup's.
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      outcome = 'damaged';
    }
  }
  return outcome;
}

function customerKeys(house: KeyringHouse) {
  const known = new Map<string, Buffer | undefined>();
  return async (customerId: string): Promise<Buffer | undefined> => {
    const holder = holderOfCustomer(customerId);
    if (!known.has(holder)) known.set(holder, (await readShard(house, shardOf(holder))).get(holder)?.key);
    return known.get(holder);
  };
}
