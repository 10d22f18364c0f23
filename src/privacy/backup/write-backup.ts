import { createHash, randomBytes, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CompiledQuery, sql } from 'kysely';
import { dataMap } from '../../../data-map/index.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { sha256 } from '../../platform/secrets.ts';
import { engineOf } from '../engine.ts';
import { encrypterFor } from './identity.ts';
import { keysForWriting } from './key-cache.ts';
import { clearForgotten, holderOfCustomer, shardOf, type KeyringHouse } from './keyring.ts';
import { fileTables, type FileRow } from './files/file-tables.ts';
import { writeFiles, type FileSource, type WrittenFile } from './files/write-files.ts';
import { nameOfBackup } from './places/backups-there.ts';
import { writeText, type Place } from './places/place.ts';
import { placesOf } from './places/places-of.ts';
import { writeToPlaces, type Failed } from './places/write-to-places.ts';
import { holderOf, lineOf, type Making, type ReadRow } from './row-line.ts';
import { labelOf } from './seal.ts';
import { tablePlans, type TablePlan } from './table-plan.ts';

/** 1 had rows only; 2 could not forget what a customer has had erased about someone, nor a customer's own rows. */
export const format = 3;

/** The first line. */
export type Head = {
  kursiv: 'backup';
  format: number;
  made_at: string;
  salt: string;
  migrations: { name: string; hash: string }[];
  map: string;
  tables: { name: string; columns: string[] }[];
};
/** The last line: how many rows each table has, how many files were there and not, and a proof that this installation wrote it all. */
export type Tail = { end: true; counts: Record<string, number>; files?: WrittenFiles; proof: string };
/** A file of the backup by its name, and whose key opens it. */
export type FileLine = { file: string; of: [shard: string, label: string] };
type WrittenFiles = { there: number; missing: number };

export type Backup = {
  paths: string[];
  failed: Failed[];
  bytes: number;
  sha256: string;
  madeAt: Date;
  rows: number;
  files: number;
  missingFiles: number;
};
export type BackupHouse = KeyringHouse & FileSource;

const rowsAtATime = 500;
export const lockNumber = 7_201_231;

/**
 * Writes everything, as it was at one moment, to every place. Streams: a table or a file is never in memory, and what has been
 * written is already encrypted (N-26).
 */
export async function writeBackup(house: BackupHouse, places: Place[] = placesOf(house.vault, house.clock)): Promise<Backup> {
  const madeAt = house.clock.now();
  const { catalog } = await engineOf(house.database);
  const plans = tablePlans(dataMap, catalog);
  const encrypter = await encrypterFor(house.vault);
  const keys = keysForWriting(house);
  const writing = { house, encrypter, keys, tables: fileTables(dataMap), places, failed: [] as Failed[] };
  await forgetForgotten(house);
  // What is large is written before the moment of the rows, which holds up the database's own cleaning.
  for await (const _ of writeFiles(writing, (text, values) =>
    house.database.transaction(acrossCustomers('backup'), (tx) => askRows(tx, text, values)),
  ));
  return house.database.transaction(acrossCustomers('backup'), async (tx) => {
    await tx.executeQuery(CompiledQuery.raw('set transaction isolation level repeatable read, read only'));
    if (!(await isAlone(tx))) throw new Error('Another backup is being made right now.');
    for (const place of writing.places) await place.removeUnfinished().catch(() => {});
    const counts: Record<string, number> = {};
    const files: WrittenFile[] = [];
    const told: WrittenFiles = { there: 0, missing: 0 };
    for await (const file of writeFiles(writing, (text, values) => askRows(tx, text, values))) {
      if (file) files.push(file);
      else told.missing++;
    }
    told.there = files.length;
    const head = headOf(madeAt, plans, catalog.columns, await migrationsOf(tx));
    const lines = written(linesOf(house, tx, plans, head, counts, keys, files), house, counts, told);
    try {
      const name = nameOfBackup(madeAt);
      const encrypted = await encrypter.encrypt(Readable.toWeb(Readable.from(inChunks(lines))) as ReadableStream<Uint8Array>);
      const placed = await writeToPlaces(writing.places, name, Readable.fromWeb(encrypted as never), async (place, sha256) => {
        await writeText(place, `${name}.files`, files.map((file) => `${file.name}\n`).join(''));
        await writeText(place, `${name}.sha256`, `${sha256}  ${name}\n`);
      });
      return {
        paths: placed.places.map((place) => place.pathOf(name)),
        failed: [...writing.failed, ...placed.failed],
        bytes: placed.bytes,
        sha256: placed.sha256,
        madeAt,
        rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
        files: told.there,
        missingFiles: told.missing,
      };
    } finally {
      // Where nothing could be written, a read is still under way: it must not reach into whoever has the connection next.
      await lines.return(undefined);
    }
  });
}

async function askRows(tx: Tx, text: string, values: unknown[]): Promise<FileRow[]> {
  return (await tx.executeQuery<FileRow>(CompiledQuery.raw(text, values))).rows;
}

/** Before the moment that is backed up: whoever comes back after an erasure has a key again in the next backup. */
async function forgetForgotten(house: KeyringHouse): Promise<void> {
  await house.database.transaction(acrossCustomers('backup'), async (tx) => {
    if (await isAlone(tx)) await clearForgotten(house);
  });
}

/** One backup is made at a time, and none while old ones are removed. */
export async function isAlone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}) as mine`.execute(tx);
  return rows[0]?.mine ?? false;
}

export async function migrationsOf(tx: Tx): Promise<Head['migrations']> {
  const { rows } = await sql<{ name: string; hash: string }>`
    select name, encode(hash, 'hex') as hash from migration order by name`.execute(tx);
  return rows;
}

function headOf(madeAt: Date, plans: TablePlan[], columns: Record<string, string[]>, migrations: Head['migrations']): Head {
  return {
    kursiv: 'backup',
    format,
    made_at: madeAt.toISOString(),
    salt: randomBytes(16).toString('hex'),
    migrations,
    map: sha256(JSON.stringify(dataMap)).toString('hex'),
    tables: plans.map(({ table }) => ({ name: table, columns: columns[table]! })),
  };
}

async function* linesOf(
  house: KeyringHouse,
  tx: Tx,
  plans: TablePlan[],
  head: Head,
  counts: Record<string, number>,
  keys: ReturnType<typeof keysForWriting>,
  files: WrittenFile[],
): AsyncGenerator<object> {
  yield head;
  const { keyOf, keyOfCustomer } = keys;
  const making: Making = {
    house,
    salt: head.salt,
    renewing: randomBytes(32),
    keyOf,
    keyOfCustomer,
    labels: new WeakMap(),
    strangers: new Map(),
  };
  for (const plan of plans) {
    counts[plan.table] = 0;
    for await (const rows of read(tx, plan)) {
      await prepareFor(house, plan, rows, keys);
      for (const row of rows) {
        const line = lineOf(making, plan, row);
        if (!line) continue;
        counts[plan.table]!++;
        yield line;
      }
      keys.trim();
    }
  }
  yield* linesOfFiles(files, head.salt, keys);
}

/** Nobody gets a key at a customer that is being erased meanwhile. */
async function prepareFor(house: KeyringHouse, plan: TablePlan, rows: ReadRow[], keys: ReturnType<typeof keysForWriting>): Promise<void> {
  const customerOf = ({ customer }: ReadRow) => (plan.held && customer ? customer : undefined);
  await keys.prepareCustomers([...new Set(rows.flatMap((row) => customerOf(row) ?? []))]);
  const living = rows.filter((row) => !customerOf(row) || keys.keyOfCustomer(customerOf(row)!));
  await keys.prepare([...new Set(living.flatMap((row) => row.people.map((person) => holderOf(house, plan, row, person))))]);
}

function* linesOfFiles(files: WrittenFile[], salt: string, keys: ReturnType<typeof keysForWriting>): Generator<FileLine> {
  for (const [customer, those] of Map.groupBy(files, (file) => file.customer)) {
    const key = keys.keyOfCustomer(customer);
    if (!key) continue;
    const of: FileLine['of'] = [shardOf(holderOfCustomer(customer)), labelOf(key, salt, '')];
    for (const { name } of those) yield { file: name, of };
  }
}

async function* read(tx: Tx, plan: TablePlan): AsyncGenerator<ReadRow[]> {
  await tx.executeQuery(CompiledQuery.raw(`declare rows_of_backup no scroll cursor for ${plan.select}`));
  for (;;) {
    const { rows } = await tx.executeQuery<ReadRow>(CompiledQuery.raw(`fetch ${rowsAtATime} from rows_of_backup`));
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtATime) break;
  }
  await tx.executeQuery(CompiledQuery.raw('close rows_of_backup'));
}

/** Each as a line, and at last the tail over all of them. */
async function* written(
  lines: AsyncIterable<object>,
  house: KeyringHouse,
  counts: Record<string, number>,
  files: WrittenFiles,
): AsyncGenerator<string, void> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ end: true, counts, files, proof: proofOf(house, hash) } satisfies Tail)}\n`;
}

/** Anyone can encrypt to a recipient; only who has the installation's secret can make this. */
export function proofOf(house: Pick<KeyringHouse, 'secrets'>, linesBefore: Hash): string {
  return house.secrets.digest('backup', linesBefore.digest('hex')).toString('hex');
}

/** Pieces of the size age works in, so that small rows do not each cost a turn. */
async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line);
    length += line.length;
    if (length < 65_536) continue;
    yield Buffer.from(waiting.join(''));
    [waiting, length] = [[], 0];
  }
  yield Buffer.from(waiting.join(''));
}
