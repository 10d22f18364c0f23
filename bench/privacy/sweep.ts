import { dataMap } from '../../data-map/index.ts';
import { engineOf } from '../../src/privacy/index.ts';
import { sweepPlan } from '../../src/privacy/retention-plan.ts';
import { sweepBatch as batch, sweepStep } from '../../src/privacy/sweep.ts';
import type { BenchHouse } from '../support/house.ts';
import { timed } from './timed.ts';
import { addDue } from './readers.ts';
import type { World } from './world.ts';

export type Sweeping = { rows: number; sweepMs: number[]; bareMs: number[]; bareBatchedMs: number[] };

/** Rows that are due go: by the engine's own statement, batch by batch, against one bare DELETE and against bare batches. */
export async function measureSweep({ house, owner }: BenchHouse, world: World, rows: number, rounds: number): Promise<Sweeping> {
  const { catalog } = await engineOf(house.database);
  const step = sweepPlan(dataMap, catalog).find(({ table }) => table === 'notification')!;
  const found: Sweeping = { rows, sweepMs: [], bareMs: [], bareBatchedMs: [] };
  const ours = () => sweepStep(house.database, step, batch);
  const bare = () => owner.query('delete from notification where due_at <= now()');
  const bareBatches = async () => {
    const text = `delete from notification where id in (select id from notification where due_at <= now() limit ${batch})`;
    for (let gone: number | null = batch; gone === batch;) gone = (await owner.query(text)).rowCount;
  };
  for (let turn = 0; turn < rounds; turn++) {
    for (const [work, times] of [
      [ours, found.sweepMs],
      [bare, found.bareMs],
      [bareBatches, found.bareBatchedMs],
    ] as const) {
      await addDue(owner, world, rows);
      times.push(await timed(work));
      await owner.query('vacuum notification');
    }
  }
  return found;
}
