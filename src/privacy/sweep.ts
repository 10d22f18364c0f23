import { CompiledQuery, sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers, type Database, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { sweepBackups } from './backup/index.ts';
import { engineOf } from './engine.ts';
import { eraseDueCustomers } from './erase-customers.ts';
import { eraseForever, resumeErasures } from './erase.ts';
import { removeOrphanedFiles } from './orphaned-files.ts';
import { removeOrphanedExports } from './export-files.ts';
import { removeOrphanedMails } from './outbox-files.ts';
import { sweepPlan, type SweepStep } from './retention-plan.ts';
import { endedAmong } from './terms-decisions/decisions.queries.ts';
import { giveUpNotices } from './suppliers/notices.queries.ts';
import { listDue } from './retention/list-due.ts';

/** So many rows a transaction: short enough for those who wait for a row, long enough that its begin, plan and end weigh little. */
export const sweepBatch = 5000;
/** So many people are taken at once; the keyring's files are written once for all of them. */
const peopleBatch = 5000;

/**
 * The retention sweep (Art. 5(1)(e)): everything whose time is out by the house's clock goes, in
 * batches, each its own transaction. Gives counts by table and leaves them as the run's proof.
 */
export async function sweep(house: House, onProgress: (line: string) => void = () => {}): Promise<Record<string, number>> {
  const { catalog } = await engineOf(house.database);
  const counts: Record<string, number> = {};
  const add = (name: string, count: number) => count > 0 && (counts[name] = (counts[name] ?? 0) + count);
  const started = house.clock.now();
  add('erasure resumed', await resumeErasures(house));
  for (const step of sweepPlan(dataMap, catalog)) {
    add(`${step.table} ${step.does}`, await sweepStep(house.database, step, sweepBatch));
    onProgress(step.table);
  }
  await house.database.transaction(acrossCustomers('retention'), giveUpNotices);
  add('customer erased', await eraseDueCustomers(house));
  add('mail files deleted', await removeOrphanedMails(house));
  add('attached files deleted', await removeOrphanedFiles(house));
  add('customer export files deleted', await removeOrphanedExports(house));
  const backups = await sweepBackups(house);
  add('backup removed', backups.removed);
  add('key of an address forgotten', backups.forgotten);
  add('account erased', await eraseDueAccounts(house, onProgress));
  const left = Object.fromEntries((await listDue(house)).filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]));
  await house.database.transaction(acrossCustomers('retention'), (tx) =>
    tx
      .insertInto('retention_run')
      .values({ started_at: started, finished_at: house.clock.now(), counts: JSON.stringify(counts), left_due: JSON.stringify(left) })
      .execute(),
  );
  return counts;
}

// Under its rules PostgreSQL takes a table for nearly empty, and would sort all that is due for each batch.
const byIndex = CompiledQuery.raw('set local enable_sort = off; set local enable_seqscan = off; set local enable_bitmapscan = off');

type Found = { rows: number; seconds: number; until: string | null };

/**
 * All that is due of one table, batch by batch, the oldest first. Of the first batch the rows are counted; the next take about as many, by the
 * time that those before them lay in: each row is then held against its table's rules once. A batch that meets more than that takes longer, not
 * more memory, and the one after it is counted again.
 */
export async function sweepStep(database: Database, step: SweepStep, batch: number): Promise<number> {
  let [gone, from] = [0, '-infinity'];
  for (let seconds: number | undefined; ;) {
    const isCounted = seconds === undefined;
    const { found, rows } = await sweepOnce(database, step, from, isCounted ? batch : 1, seconds ?? 0);
    gone += rows;
    if (found.until === null || (isCounted && found.rows < batch)) return gone;
    from = found.until;
    seconds = seconds === undefined ? Math.max(found.seconds, 0.001) : nextSeconds(seconds, rows, batch);
  }
}

const nextSeconds = (seconds: number, rows: number, batch: number): number | undefined =>
  rows > 4 * batch ? undefined : seconds * Math.min(2, batch / Math.max(rows, 1));

/** One transaction. A row that is given a later time meanwhile is waited for, and then due no more. */
function sweepOnce(
  database: Database,
  step: SweepStep,
  from: string,
  count: number,
  seconds: number,
): Promise<{ found: Found; rows: number }> {
  const work = async (tx: Tx) => {
    const found = (await tx.executeQuery<Found>(CompiledQuery.raw(step.find, [from, count, seconds]))).rows[0]!;
    if (found.until === null) return { found, rows: 0 };
    const { numAffectedRows = 0n } = await tx.executeQuery(CompiledQuery.raw(step.sql, [from, found.until]));
    return { found, rows: Number(numAffectedRows) };
  };
  return database.transaction(acrossCustomers('retention'), work, byIndex);
}

/** E-20: six months after closing, the person is nobody. */
async function eraseDueAccounts(house: House, onProgress: (line: string) => void): Promise<number> {
  for (let erased = 0; ;) {
    const due = await house.database.transaction(acrossCustomers('retention'), (tx) =>
      tx
        .selectFrom('account')
        .select('id')
        .where('erase_due_at', '<=', house.clock.now())
        .where('id', '<>', sql<string>`all(app.held_people())`)
        .orderBy('erase_due_at')
        .limit(peopleBatch)
        .execute(),
    );
    if (due.length === 0) return erased;
    const ids = due.map(({ id }) => id);
    const ended = await house.database.transaction(acrossCustomers('retention'), (tx) => endedAmong(tx, ids));
    const byOwner = ids.filter((id) => !ended.has(id));
    if (byOwner.length > 0) await eraseForever(house, byOwner, 'retention');
    if (ended.size > 0) await eraseForever(house, [...ended], 'termination');
    erased += due.length;
    onProgress(`accounts: ${erased}`);
  }
}
