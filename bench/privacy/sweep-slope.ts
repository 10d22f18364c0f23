import { dataMap } from '../../data-map/index.ts';
import { engineOf, sweep } from '../../src/privacy/index.ts';
import { sweepPlan } from '../../src/privacy/retention-plan.ts';
import { sweepBatch, sweepStep } from '../../src/privacy/sweep.ts';
import { cpuOfDatabase } from '../support/database-cpu.ts';
import type { BenchHouse } from '../support/house.ts';
import { timed } from './timed.ts';
import { addLearners, type World } from './world.ts';

export type Slope = { what: 'rows' | 'people'; due: number; ms: number; cpuMs: number; bareMs?: number; bytes: number };

/**
 * The same sweep over ten and a hundred times as much that is due: its time for each, and what this process takes more of memory. A busy machine shows in the
 * time and not in the processor's. */
export async function measureSlope(open: BenchHouse, world: World, rows: number[], people: number[]): Promise<Slope[]> {
  const found: Slope[] = [];
  for (const due of rows) found.push(await sweepRows(open, world, due));
  for (const due of people) found.push(await sweepPeople(open, world, due));
  return found;
}

async function sweepRows({ house, owner, ownerUrl }: BenchHouse, world: World, due: number): Promise<Slope> {
  const { catalog } = await engineOf(house.database);
  const step = sweepPlan(dataMap, catalog).find(({ table }) => table === 'notification')!;
  const add = async () => {
    await owner.query(
      `insert into notification (account_id, event, shown, created_at, read_at, due_at)
       select $1, 'message-to-student', true, now() - interval '90 days', now(), now() - n * interval '1 ms' from generate_series(1, $2::int) n`,
      [world.adminId, due],
    );
    await owner.query('vacuum analyze notification');
  };
  await add();
  let gone = 0;
  const used = await watched(ownerUrl, async () => void (gone = await sweepStep(house.database, step, sweepBatch)));
  if (gone !== due) throw new Error(`${gone} of ${due} rows were swept.`);
  await add();
  const bareMs = await timed(() => owner.query('delete from notification where due_at <= now()'));
  await owner.query('vacuum notification');
  return { what: 'rows', due, ...used, bareMs };
}

/** Closed accounts whose six months are over become nobody: a membership, an enrolment and two pages opened each (E-20). */
async function sweepPeople({ house, owner, ownerUrl }: BenchHouse, world: World, due: number): Promise<Slope> {
  await addLearners(owner, world.place, due, true);
  let counts: Record<string, number> = {};
  const used = await watched(ownerUrl, async () => void (counts = await sweep(house)));
  if (counts['account erased'] !== due) throw new Error(`${counts['account erased']} of ${due} people were swept.`);
  return { what: 'people', due, ...used };
}

/** Its time, that of the processor in this process and the database's, and the most that the process held more than when it began. */
async function watched(url: string, work: () => Promise<void>): Promise<{ ms: number; cpuMs: number; bytes: number }> {
  globalThis.gc?.();
  const base = process.memoryUsage.rss();
  let bytes = 0;
  const watch = setInterval(() => (bytes = Math.max(bytes, process.memoryUsage.rss() - base)), 20);
  const databaseCpu = await cpuOfDatabase(url);
  const cpuMicros = () => databaseCpu() + process.cpuUsage().user + process.cpuUsage().system;
  const before = cpuMicros();
  try {
    const ms = await timed(work);
    return { ms, cpuMs: (cpuMicros() - before) / 1000, bytes };
  } finally {
    clearInterval(watch);
  }
}
