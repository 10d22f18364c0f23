import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { addActor, conditions, inBenchHouse } from '../support/house.ts';
import { ask, type Asking } from './ask.ts';
import { bytesOf, expiryLag } from './expiry-and-space.ts';
import { grade, prepare, type Graded } from './grade.ts';
import { features, loadRows, makeTable, switchOn, type Feature } from './reference.ts';
import { realTables } from './real-run.ts';
import { resultTables, type Measured } from './report.ts';
import { byKeyOrPerson, nameOf, operationsOf, workloads, type Operation, type Workload } from './workloads.ts';

const records = Number(process.env['BENCH_RECORDS'] ?? 10_000);
const larger = (process.env['BENCH_LARGER'] ?? '100000').split(',').filter(Boolean).map(Number);
const count = Number(process.env['BENCH_OPERATIONS'] ?? 200);
const gradedCount = Number(process.env['BENCH_GRADED'] ?? 600);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const clients = (process.env['BENCH_CLIENTS'] ?? '1,8').split(',').map(Number);
const every = new Set<Feature>(features);
const real = {
  learners: Number(process.env['BENCH_LEARNERS'] ?? 60),
  others: Number(process.env['BENCH_OTHERS'] ?? 10_000),
  count: Number(process.env['BENCH_REAL_OPERATIONS'] ?? 300),
  rounds,
};
const started = performance.now();
const tell = (line: string) => process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

await inBenchHouse(async (open) => {
  const { owner, runtimeUrl } = open;
  const pool = new pg.Pool({ connectionString: runtimeUrl, max: Math.max(...clients) });
  const where = await conditions(owner);
  const epoch = new Date('2026-11-23T09:00:00Z');
  const fresh = async (on: ReadonlySet<Feature>, size: number): Promise<Asking> => {
    await makeTable(owner);
    await switchOn(owner, on);
    await loadRows(owner, size, epoch);
    return { pool, on, epoch, run: randomUUID(), actor: await addActor(owner) };
  };
  try {
    const graded: Graded[] = [];
    for (const workload of workloads) {
      for (const on of [every, new Set<Feature>()]) {
        const asking = await fresh(on, records);
        graded.push(await grade(owner, asking, workload, records, operationsOf(workload, records, gradedCount, 7)));
      }
    }
    tell(`graded: ${graded.map(({ right, answers }) => `${right} of ${answers}`).join(', ')}`);
    const measured: Measured[] = [];
    const variants: [string, ReadonlySet<Feature>][] = [
      ['none', new Set()],
      ...features.map((one): [string, ReadonlySet<Feature>] => [one, new Set([one])]),
      ['all', every],
    ];
    for (const workload of workloads) {
      for (let round = 0; round < rounds; round++) {
        for (const [name, on] of variants) measured.push(await measure(owner, await fresh(on, records), name, workload, records, 1, round));
        for (const many of clients.slice(1))
          for (const [name, on] of [variants[0]!, variants.at(-1)!])
            measured.push(await measure(owner, await fresh(on, records), name, workload, records, many, round));
      }
      tell(`${workload}: ${measured.length} runs`);
    }
    // One load after the other's workload: only what is asked by key or person is compared between the sizes.
    const slope: Measured[] = [];
    for (const size of [records, ...larger])
      for (const [name, on] of [variants[0]!, variants.at(-1)!]) {
        const loaded = await fresh(on, size);
        for (const workload of ['processor', 'customer', 'regulator'] as const)
          slope.push(await measure(owner, loaded, name, workload, size, 1, 0, byKeyOrPerson));
        tell(`${size} records, ${name}`);
      }
    const customer = await fresh(every, records);
    await measure(owner, customer, 'all', 'customer', records, 1, 0);
    const space = await bytesOf(owner, customer.actor);
    const lag = await expiryLag(owner, await fresh(every, 1000));
    // The engine refuses a house with tables that the map does not answer for.
    await owner.query('drop table reference_record, reference_tombstone, plain_log');
    const realResults = await realTables(open, real, tell);
    const minutes = (performance.now() - started) / 60_000;
    const report = `${await readFile(new URL('foreword.md', import.meta.url), 'utf8')}\n${resultTables({ where, minutes, records, count, graded, measured, slope, space, lag, real: realResults })}`;
    await writeFile(process.env['BENCH_REPORT'] ?? new URL('report.md', import.meta.url), report);
    console.log(report);
  } finally {
    await pool.end();
  }
});

/** One workload by so many clients, each taking the next operation when it has its answer. */
async function measure(
  owner: pg.Client,
  asking: Asking,
  variant: string,
  workload: Workload,
  size: number,
  many: number,
  round: number,
  only: (operation: Operation) => boolean = () => true,
): Promise<Measured> {
  const operations = operationsOf(workload, size, count, 100 + round).filter(only);
  const took: Record<string, number[]> = {};
  await prepare(owner, asking, workload);
  let next = 0;
  const began = performance.now();
  const client = async () => {
    for (let operation = operations[next++]; operation; operation = operations[next++]) {
      const before = performance.now();
      await again(() => ask(asking, operation));
      (took[nameOf(operation)] ??= []).push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: many }, client));
  const ms = performance.now() - began;
  if (process.env['BENCH_TELL']) console.log(variant, workload, size, many, Math.round(ms));
  return { variant, workload, size, clients: many, ms, took };
}

/** Two set updates may meet in different order: whoever is told of a deadlock asks again, within the time that is measured. */
async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || tries === 10) throw error;
    }
  }
}
