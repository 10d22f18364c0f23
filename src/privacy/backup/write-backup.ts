import { createHash, randomBytes, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CompiledQuery, sql } from 'kysely';
import { dataMap } from '../../../data-map/index.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { sha256 } from '../../platform/secrets.ts';
import { engineOf } from '../engine.ts';
import { encrypterFor } from './identity.ts';
import { keysForWriting } from './key-cache.ts';
import type { KeyringHouse } from './keyring.ts';
import { nameOfBackup, writeToPlaces, type Placed } from './places.ts';
import { holderOf, lineOf, type Making, type ReadRow } from './row-line.ts';
import { tablePlans, type TablePlan } from './table-plan.ts';

export const format = 1;

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
/** The last line: how many rows each table has, and a proof that this installation wrote it all. */
export type Tail = { end: true; counts: Record<string, number>; proof: string };

export type Backup = Placed & { madeAt: Date; rows: number };

const rowsAtATime = 500;
const lockNumber = 7_201_231;

/**
 * Writes everything, as it was at one moment, to every backup folder. Streams: a table is never in
 * memory, and what has been written is already encrypted (N-26).
 */
export async function writeBackup(house: KeyringHouse, folders: string[] = house.vault.backupFolders): Promise<Backup> {
  const madeAt = house.clock.now();
  const { catalog } = await engineOf(house.database);
  const plans = tablePlans(dataMap, catalog);
  const encrypter = await encrypterFor(house.vault);
  return house.database.transaction(acrossCustomers('backup'), async (tx) => {
    await tx.executeQuery(CompiledQuery.raw('set transaction isolation level repeatable read, read only'));
    await refuseTwo(tx);
    const counts: Record<string, number> = {};
    const head = headOf(madeAt, plans, catalog.columns, await migrationsOf(tx));
    const lines = written(linesOf(house, tx, plans, head, counts), house, counts);
    try {
      const encrypted = await encrypter.encrypt(Readable.toWeb(Readable.from(inChunks(lines))) as ReadableStream<Uint8Array>);
      const placed = await writeToPlaces(folders, nameOfBackup(madeAt), Readable.fromWeb(encrypted as never));
      return { ...placed, madeAt, rows: Object.values(counts).reduce((sum, count) => sum + count, 0) };
    } finally {
      // Where nothing could be written, a read is still under way: it must not reach into whoever has the connection next.
      await lines.return(undefined);
    }
  });
}

async function refuseTwo(tx: Tx): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}) as mine`.execute(tx);
  if (!rows[0]?.mine) throw new Error('Another backup is being made right now.');
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
): AsyncGenerator<object> {
  yield head;
  const keys = keysForWriting(house);
  const making: Making = { house, salt: head.salt, renewing: randomBytes(32), keyOf: keys.keyOf, strangers: new Map() };
  for (const plan of plans) {
    counts[plan.table] = 0;
    for await (const rows of read(tx, plan)) {
      await keys.prepare([...new Set(rows.flatMap(({ people }) => people.map((person) => holderOf(house, person))))]);
      for (const row of rows) {
        const line = lineOf(making, plan, row);
        if (!line) continue;
        counts[plan.table]!++;
        yield line;
      }
      keys.trim();
    }
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
async function* written(lines: AsyncIterable<object>, house: KeyringHouse, counts: Record<string, number>): AsyncGenerator<string, void> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ end: true, counts, proof: proofOf(house, hash) } satisfies Tail)}\n`;
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
