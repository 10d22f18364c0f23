import type pg from 'pg';
import { ask, type Asking } from './ask.ts';
import { metadata, Oracle, type Answer } from './oracle.ts';
import type { BenchRecord } from './record.ts';
import { nameOf, type Operation, type Workload } from './workloads.ts';

export type Graded = {
  workload: Workload;
  features: boolean;
  answers: number;
  right: number;
  wrong: Record<string, number>;
  rows: number;
  /** Rows at the end that differ from the model's. */
  state: number;
};

/** Half of what a regulator asks about is to be gone: every second record goes before the workload, in the table and in the model. */
export async function prepare(owner: pg.Client, { on, epoch }: Asking, workload: Workload, oracle?: Oracle): Promise<void> {
  if (workload !== 'regulator') return;
  const gone = 'delete from reference_record where substr(key, 4)::int % 2 = 0 returning key';
  await owner.query(
    on.has('tombstones')
      ? `with gone as (${gone}) insert into reference_tombstone select key, '${epoch.toISOString()}', '${epoch.toISOString()}'::timestamptz + interval '7 days' from gone`
      : gone,
  );
  for (const key of [...(oracle?.records.keys() ?? [])].filter((name) => Number(name.slice(3)) % 2 === 0)) {
    oracle!.records.delete(key);
    oracle!.tombstones.set(key, 0);
  }
}

/** One connection, each answer held against the model's, then every row. */
export async function grade(
  owner: pg.Client,
  asking: Asking,
  workload: Workload,
  loaded: number,
  operations: Operation[],
): Promise<Graded> {
  const oracle = new Oracle();
  oracle.load(loaded);
  await prepare(owner, asking, workload, oracle);
  const wrong: Record<string, number> = {};
  let right = 0;
  for (const operation of operations) {
    const expected = oracle.answer(operation);
    if (same(await ask(asking, operation), expected)) right++;
    else wrong[nameOf(operation)] = (wrong[nameOf(operation)] ?? 0) + 1;
  }
  const features = asking.on.size > 0;
  return {
    workload,
    features,
    answers: operations.length,
    right,
    wrong,
    rows: oracle.records.size,
    state: await stateFaults(owner, oracle),
  };
}

export const same = (given: Answer, expected: Answer): boolean => JSON.stringify(ordered(given)) === JSON.stringify(ordered(expected));
const ordered = ({ rows, page, gone }: Answer) => [rows, page, gone && [gone.present, gone.tombstone, gone.backupsUntil]];

async function stateFaults(owner: pg.Client, oracle: Oracle): Promise<number> {
  const { rows } = await owner.query<BenchRecord>('select * from reference_record');
  const lineOf = (record: BenchRecord) => `${record.key} ${record.person} ${record.data} ${metadata(record)}`;
  const expected = new Set([...oracle.records.values()].map(lineOf));
  const strange = rows.filter((row) => !expected.delete(lineOf(row))).length;
  return strange + expected.size;
}
