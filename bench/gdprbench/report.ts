import { median } from '../support/measure.ts';
import type { Graded } from './grade.ts';
import { realTablesTold } from './report-real.ts';
import type { RealResult } from './real-run.ts';
import { people } from './record.ts';
import { features } from './reference.ts';
import { againstBar, percent, row, shareTold, table } from './tell.ts';
import { workloads, type Workload } from './workloads.ts';

export type Measured = { variant: string; workload: Workload; size: number; clients: number; ms: number; took: Record<string, number[]> };
export type Results = {
  where: string;
  minutes: number;
  records: number;
  count: number;
  graded: Graded[];
  measured: Measured[];
  slope: Measured[];
  space: { table: number; all: number };
  lag: { unreadableMs: number; sweptMs: number; vacuumedMs: number };
  real: RealResult[];
};

const bar = 0.8;

const at = (values: number[], share: number) =>
  (values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0).toFixed(2);

/** The tables of the report; what they mean is written beside them by hand. */
export function resultTables(results: Results): string {
  return [
    `${results.where} The run took ${results.minutes.toFixed(1)} minutes.\n`,
    '## Correctness\n',
    correctness(results.graded),
    '\n## Throughput, with everything on against the floor\n',
    throughput(results),
    '\n## Each feature apart\n',
    apart(results),
    '\n## Each query\n',
    queries(results),
    '\n## Slope\n',
    slope(results.slope),
    '\n## Space and expiry\n',
    spaceAndLag(results),
    '\n## The second form: the real tables\n',
    realTablesTold(results.real, bar),
    '',
  ].join('\n');
}

function correctness(graded: Graded[]): string {
  const rows = graded.map(({ workload, features: on, answers, right, wrong, rows: left, state }) => {
    const told = Object.entries(wrong).map(([name, times]) => `${name} ${times}`);
    return row(workload, on ? 'on' : 'off', `${right} of ${answers}`, told.join(', ') || 'none', left, state);
  });
  return table(row('workload', 'features', 'right answers', 'wrong, by query', 'rows left', 'rows that differ at the end'), ...rows);
}

const timesOf = ({ measured, records }: Results, workload: Workload, variant: string, clients = 1, size = records): number[] =>
  measured
    .filter((one) => one.workload === workload && one.variant === variant && one.clients === clients && one.size === size)
    .map(({ ms }) => ms);

/** The floor and the feature run in turn: the ratio is taken round by round, and its median told with its range. */
export function shareOfFloor(results: Results, workload: Workload, variant: string, clients = 1): number[] {
  const floor = timesOf(results, workload, 'none', clients);
  return timesOf(results, workload, variant, clients).map((ms, round) => floor[round]! / ms);
}

function throughput(results: Results): string {
  const clients = [...new Set(results.measured.map((one) => one.clients))];
  const rows = workloads.flatMap((workload) =>
    clients.map((many) => {
      const [floor, all] = ['none', 'all'].map((variant) => median(timesOf(results, workload, variant, many)));
      const shares = shareOfFloor(results, workload, 'all', many);
      const perSecond = (ms: number) => Math.round((results.count / ms) * 1000);
      return row(
        workload,
        many,
        Math.round(floor!),
        Math.round(all!),
        perSecond(floor!),
        perSecond(all!),
        shareTold(shares),
        againstBar(shares, bar),
      );
    }),
  );
  return table(
    row(
      'workload',
      'clients',
      'floor (ms)',
      'everything on (ms)',
      'floor, a second',
      'on, a second',
      'share of the floor (range)',
      `at least ${percent(bar)}?`,
    ),
    ...rows,
  );
}

function apart(results: Results): string {
  const names = [...features, 'all'];
  const rows = workloads.map((workload) => row(workload, ...names.map((name) => percent(median(shareOfFloor(results, workload, name))))));
  return table(row('workload', ...names), ...rows);
}

function queries(results: Results): string {
  const rows = workloads.flatMap((workload) => {
    const took = (variant: string) =>
      results.measured.filter(
        (one) => one.workload === workload && one.variant === variant && one.clients === 1 && one.size === results.records,
      );
    const names = [...new Set(took('none').flatMap((one) => Object.keys(one.took)))].toSorted();
    const all = (variant: string, name: string) => took(variant).flatMap((one) => one.took[name] ?? []);
    const three = (values: number[]) => [0.5, 0.95, 0.99].map((share) => at(values, share)).join(' / ');
    return names.map((name) => row(workload, name, three(all('none', name)), three(all('all', name))));
  });
  return table(row('workload', 'query', 'floor p50 / p95 / p99 (ms)', 'everything on p50 / p95 / p99 (ms)'), ...rows);
}

/** Each query at each size, without the features and with them, and how much the middle answer grows from the smallest to the largest. */
function slope(measured: Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))];
  const names = [...new Set(measured.flatMap(({ took }) => Object.keys(took)))];
  const middle = (name: string, variant: string, size: number) =>
    median(measured.filter((one) => one.variant === variant && one.size === size).flatMap((one) => one.took[name] ?? []));
  const rows = names.map((name) => {
    const told = sizes.map((size) => `${middle(name, 'none', size).toFixed(2)} / ${middle(name, 'all', size).toFixed(2)}`);
    const grown = ['none', 'all'].map((variant) => (middle(name, variant, sizes.at(-1)!) / middle(name, variant, sizes[0]!)).toFixed(2));
    return row(name, ...told, `${grown.join(' / ')} ×`);
  });
  const rowsOf = sizes.map((size) => Math.max(1, Math.round(size / people)));
  return [
    table(row('query, p50 (ms), floor / everything on', ...sizes.map((size) => `${size} records`), 'grown, floor / on'), ...rows),
    '',
    `A person has ${rowsOf.join(', ')} records at these sizes (there are never more than ${people} people): what is asked of a person grows with that, on both sides.`,
  ].join('\n');
}

function spaceAndLag({ records, space, lag }: Results): string {
  const factor = (bytes: number) => (bytes / (records * 100)).toFixed(1);
  return [
    `Space: ${factor(space.table)} bytes of table and indexes a byte of data, ${factor(space.all)} with the log, its chain and the tombstones (after a customer workload).`,
    '',
    `A record that expires while it is read once a millisecond was unreadable ${lag.unreadableMs.toFixed(1)} ms after its time at the latest; the sweep`,
    `that followed took ${lag.sweptMs.toFixed(1)} ms, the VACUUM that takes the bytes out of the table ${lag.vacuumedMs.toFixed(1)} ms. In use the sweep runs every night, and no backup opens the row once its person's line is out of the keyring (copies of the keyring: seven days).`,
  ].join('\n');
}
