import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Encrypter } from 'age-encryption';
import type { House } from '../../../platform/house.ts';
import type { keysForWriting } from '../key-cache.ts';
import type { Place } from '../places/place.ts';
import { writeToPlaces, type Failed } from '../places/write-to-places.ts';
import { rowsWithFiles, type FileRow, type FileTable } from './file-tables.ts';
import { nameOfFile, sealFile } from './seal-file.ts';

/** The name of a file, and the customer whose key opens it. */
export type WrittenFile = { name: string; customer: string };
export type FileSource = Pick<House, 'files' | 'attachments'>;

type Writing = {
  house: FileSource;
  encrypter: Encrypter;
  keys: ReturnType<typeof keysForWriting>;
  tables: FileTable[];
  /** The places that have stood so far; one that fails with a file gets no backup that names it. */
  places: Place[];
  failed: Failed[];
};

class Unreadable extends Error {}

/** Tells what each place has already, so that a file is written there once and not every night. */
async function whatIsThere(places: Place[], failed: Failed[]): Promise<Map<Place, Set<string>>> {
  const there = new Map<Place, Set<string>>();
  for (const place of places) {
    try {
      const names = new Set<string>();
      for await (const { name } of place.list('files/')) names.add(name);
      there.set(place, names);
    } catch (error) {
      failed.push({ place: place.name, problem: (error as { code?: string }).code ?? 'failed' });
    }
  }
  return there;
}

/**
 * Writes every file that a place lacks, and gives the name of each that is there afterwards; `undefined` for a row without its file.
 * Called twice: at leisure before the rows are read, and then within their moment for the few that have come meanwhile.
 */
export async function* writeFiles(
  writing: Writing,
  ask: (sql: string, values: unknown[]) => Promise<FileRow[]>,
): AsyncGenerator<WrittenFile | undefined> {
  const there = await whatIsThere(writing.places, writing.failed);
  writing.places = [...there.keys()];
  for (const table of writing.tables) {
    for await (const rows of rowsWithFiles(table, ask)) {
      await writing.keys.prepareCustomers([...new Set(rows.map(({ customer }) => customer))]);
      for (const row of rows) yield await writeOne(writing, there, table, row);
    }
  }
}

async function writeOne(
  writing: Writing,
  there: Map<Place, Set<string>>,
  table: FileTable,
  row: FileRow,
): Promise<WrittenFile | undefined> {
  const key = writing.keys.keyOfCustomer(row.customer);
  if (!key) return undefined;
  const name = nameOfFile(key, table, row);
  const lacking = writing.places.filter((place) => !there.get(place)?.has(name));
  if (lacking.length > 0) {
    const content = await writing.house[table.store].read(row.key);
    if (!content) return undefined;
    const source = asTheRowSays(row, Readable.fromWeb(content.stream as never));
    const sealed = sealFile(key, name, source.pieces());
    try {
      const encrypted = await writing.encrypter.encrypt(Readable.toWeb(Readable.from(sealed)) as ReadableStream<Uint8Array>);
      const { places, failed } = await writeToPlaces(lacking, name, source.onlyIfRight(Readable.fromWeb(encrypted as never)));
      places.forEach((place) => there.get(place)!.add(name));
      writing.failed.push(...failed);
      writing.places = writing.places.filter((place) => !lacking.includes(place) || places.includes(place));
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }
  return { name, customer: row.customer };
}

/**
 * A file that cannot be read, or is another than its row says, is told as missing and does not stop the backup. The fault is not
 * thrown through the encryption, whose streams would tell it to nobody, but where its bytes come out.
 */
function asTheRowSays({ version }: FileRow, content: AsyncIterable<Uint8Array>) {
  let fault: Unreadable | undefined;
  return {
    async *pieces(): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      try {
        for await (const piece of content) {
          hash.update(piece);
          yield piece;
        }
        if (version && hash.digest('hex') !== version) fault = new Unreadable('A file is not the one of its row.');
      } catch {
        fault = new Unreadable('A file could not be read.');
      }
    },
    async *onlyIfRight(written: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      yield* written;
      if (fault) throw fault;
    },
  };
}
