import { CompiledQuery, sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers, type Database } from '../platform/database.ts';
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
const peopleBatch = 200;

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
  for (const step of sweepPlan(dataMap, catalog, sweepBatch)) {
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

/** All that is due of one table, batch by batch. */
export async function sweepStep(database: Database, step: SweepStep, batch: number): Promise<number> {
  let from: Date | undefined;
  for (let gone = 0; ;) {
    const answers = await database.atOnce(acrossCustomers('retention'), [byIndex, CompiledQuery.raw(step.sql, [from ?? '-infinity'])]);
    const { rows, found, reached } = answers.at(-1)![0] as { rows: number; found: number; reached: Date | null };
    gone += rows;
    // Nothing went and nothing lies further on: what stands in the way now is met again the next night.
    const isStuck = rows === 0 && reached?.getTime() === from?.getTime();
    if (found < batch || !reached || isStuck) return gone;
    from = reached;
  }
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
