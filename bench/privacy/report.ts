import { median } from '../support/measure.ts';
import type { BackedUp } from './backup.ts';
import type { Erasing } from './erase.ts';
import type { Heavy } from './heavy.ts';
import type { Looking, Overhead } from './overhead.ts';
import type { Reading } from './readers.ts';
import type { Slope } from './sweep-slope.ts';
import type { Sweeping } from './sweep.ts';
import type { Parts } from './parts.ts';
import { at, mb, met, metByAll, ms, n, percent, range, ratios, row, table } from './tell.ts';

export type Results = {
  where: string;
  form: string;
  erasing: Erasing[];
  readers: Reading[];
  heavy: Heavy;
  backup: BackedUp;
  sweep: Sweeping;
  slope: Slope[];
  overhead: Overhead[];
  look: Looking;
};

/** The whole report is made by the run; nothing in it is written by hand. */
export function reportOf(results: Results): string {
  return [
    '# What the privacy engine costs',
    '',
    '`npm run bench:privacy`, made by the run. Ratios are within the run: each round is held against its own floor, and the median is told with its range.',
    results.form,
    '',
    results.where,
    '',
    '## Erasing one learner, and what they may see',
    '',
    erasing(results.erasing),
    '',
    '## Course readers beside the engine’s work',
    '',
    readers(results.readers),
    '',
    '## Everything about someone with many rows and files',
    '',
    heavy(results.heavy),
    '',
    '## Backup and restore',
    '',
    backup(results.backup),
    '',
    '## The sweep',
    '',
    sweep(results.sweep),
    '',
    slope(results.slope),
    '',
    '## Each protection apart',
    '',
    overhead(results.overhead, results.look),
    '',
  ].join('\n');
}

function erasing(those: Erasing[]): string {
  const rows = those.map(({ learners, rows: each, tables, eraseMs, floorMs, countMs, extractMs }) =>
    row(
      n(learners),
      `${each} in ${tables}`,
      `${ms(median(eraseMs))} / ${ms(at(eraseMs, 0.95))}`,
      ms(median(floorMs)),
      range(ratios(eraseMs, floorMs), (value) => `${value.toFixed(1)} ×`),
      ms(median(countMs)),
      ms(median(extractMs)),
    ),
  );
  const [first, last] = [those[0]!, those.at(-1)!];
  const grown = median(last.eraseMs) / median(first.eraseMs);
  const fast = Math.max(...those.map(({ eraseMs }) => median(eraseMs)));
  return [
    table(
      row(
        'learners',
        'rows in tables',
        'erased, p50 / p95 (ms)',
        'floor (ms)',
        'against the floor (range)',
        'My data counted (ms)',
        'extract read (ms)',
      ),
      ...rows,
    ),
    '',
    'End to end: sessions, plan, pseudonyms, files, keyring line on disk, signed receipt, until every store has confirmed. The floor is hand-written statements for the same rows in one transaction, without any of that.',
    '',
    `From ${n(first.learners)} to ${n(last.learners)} learners erasing takes ${grown.toFixed(2)} times as long. The bar of 20 ms at the median is ${met(fast <= 20)} in this run: ${ms(fast)} ms at the slowest size.`,
    '',
    whereItGoes(last),
  ].join('\n');
}

/** Median of each part by itself, at the largest size. */
function whereItGoes({ eraseMs, parts }: Erasing): string {
  const of = (part: keyof Parts) => median(parts.map((one) => one[part]));
  const rest = median(eraseMs.map((whole, turn) => whole - parts[turn]!.rows - parts[turn]!.ends));
  return `Where it goes, at the median: ${ms(of('rows'))} ms in the one statement that does everything in the database (of which about ${ms(of('asking'))} ms is asking every table, under its row-level rules, whether the person is there at all), ${ms(of('ends'))} ms in the other ${of('trips') - 1} round trips (the durable start, the commits, the end), ${ms(rest)} ms in the program with the keyring’s line on disk. Rows that are kept as nobody’s get a new id, and so does what hangs on them, in the same update: its foreign key is checked, where the floor changes no key.`;
}

function readers(those: Reading[]): string {
  const rows = those.map(({ beside, perSecond, shares, p99Ms, did }) =>
    row(beside, n(median(perSecond)), range(shares, percent), ms(median(p99Ms)), did.length > 0 ? did.map(n).join(', ') : '–'),
  );
  const paced = those.find(({ beside }) => beside === 'one erasure a second')!;
  const loss = 1 - median(paced.shares);
  return [
    table(row('beside', 'pages a second', 'share of the throughput alone (range)', 'p99 (ms)', 'erased or swept, by round'), ...rows),
    '',
    `The loss beside one erasure a second is ${percent(loss)}; the bar of 4 % is ${metByAll(
      paced.shares.map((share) => 1 - share),
      0.04,
    )} in this run. Without a pause the engine takes what the machine gives: readers, server, database and engine share its cores.`,
  ].join('\n');
}

function heavy({ rows, files, firstMs, jsonMs, zipMs, zipBytes, heapBytes }: Heavy): string {
  return `${n(rows)} rows and ${n(files)} files: the first row after ${ms(firstMs)} ms, all of it read as JSON with the files in ${(jsonMs / 1000).toFixed(1)} s (${n((rows / jsonMs) * 1000)} rows a second), the ZIP of ${(zipBytes / 1e6).toFixed(1)} MB in ${(zipMs / 1000).toFixed(1)} s. The heap grew by ${(heapBytes / 1e6).toFixed(0)} MB at most.`;
}

function backup({ rows, files, rowBytes, fileBytes, firstMs, againMs, restoreMs, floorMs, floorBytes }: BackedUp): string {
  const all = rowBytes + fileBytes;
  return [
    table(
      row('', 'seconds', 'rows a second', 'throughput'),
      row('first backup, with the files', (firstMs / 1000).toFixed(1), n((rows / firstMs) * 1000), mb(all, firstMs)),
      row('next backup, files there already', (againMs / 1000).toFixed(1), n((rows / againMs) * 1000), mb(rowBytes, againMs)),
      row('restore, rows and files', (restoreMs / 1000).toFixed(1), n((rows / restoreMs) * 1000), mb(all, restoreMs)),
      row('floor: the tables as plain JSON lines', (floorMs / 1000).toFixed(1), n((rows / floorMs) * 1000), mb(floorBytes, floorMs)),
    ),
    '',
    `${n(rows)} rows and ${n(files)} files; ${(rowBytes / 1e6).toFixed(1)} MB of sealed rows (${(rowBytes / floorBytes).toFixed(1)} times the plain ones), ${(fileBytes / 1e6).toFixed(1)} MB of files. Sealing rows for each set of people that may be forgotten takes ${(againMs / floorMs).toFixed(1)} times as long as copying them out.`,
  ].join('\n');
}

function sweep({ rows, sweepMs, bareMs, bareBatchedMs }: Sweeping): string {
  const perSecond = (times: number[]) => n((rows / median(times)) * 1000);
  return [
    table(
      row('', 'rows a second', 'share of one bare DELETE (range)'),
      row('the engine’s sweep, 5,000 at a time', perSecond(sweepMs), range(ratios(bareMs, sweepMs), percent)),
      row('bare DELETE, 5,000 at a time', perSecond(bareBatchedMs), range(ratios(bareMs, bareBatchedMs), percent)),
      row('one bare DELETE', perSecond(bareMs), '100 %'),
    ),
    '',
    `${n(rows)} rows due. Whom a law holds is asked once a batch. The engine’s rows pass the rules of their table, oldest first.`,
  ].join('\n');
}

function slope(those: Slope[]): string {
  const rows = those.map(({ what, due, ms: took, cpuMs, bareMs, bytes }) =>
    row(
      `${n(due)} ${what}`,
      (took / 1000).toFixed(1),
      ((took / due) * 1000).toFixed(1),
      ((cpuMs / due) * 1000).toFixed(1),
      bareMs ? ((bareMs / due) * 1000).toFixed(1) : '–',
      `${(bytes / 1e6).toFixed(0)} MB`,
    ),
  );
  const grown = (['rows', 'people'] as const).flatMap((kind) => {
    const sizes = those.filter(({ what }) => what === kind);
    if (sizes.length < 2) return [];
    const [first, last] = [sizes[0]!, sizes.at(-1)!];
    const each = last.cpuMs / last.due / (first.cpuMs / first.due);
    return [
      `From ${n(first.due)} to ${n(last.due)} ${kind} the sweep’s processor time for each grows ${each.toFixed(2)} times (1 is linear in what is due).`,
    ];
  });
  return [
    table(row('due', 'seconds', 'µs each', 'µs of processor each', 'bare DELETE, µs each', 'memory, at most'), ...rows),
    '',
    `${grown.join(' ')} People are closed accounts that become nobody: each has a membership, an enrolment and two pages opened, and the time is of the whole nightly sweep. Memory is what the process that sweeps took more than when it began.`,
  ].join('\n');
}

function overhead(those: Overhead[], { withLook, withoutLook, withBareRow }: Looking): string {
  const asItIs = those[0]!.pageMs;
  const rows = those.map(({ without, pageMs }) =>
    row(
      without,
      ms(median(pageMs)),
      range(
        ratios(asItIs, pageMs).map((ratio) => ratio - 1),
        percent,
      ),
    ),
  );
  const costs = ratios(asItIs, those.at(-1)!.pageMs).map((ratio) => ratio - 1);
  const rules = median(costs);
  const more = (those: number[]) => median(those.map((value, turn) => value - withoutLook[turn]!));
  const [look, disk] = [more(withLook), more(withBareRow)];
  return [
    table(row('course page without', 'ms', 'what it costs (range)'), ...rows),
    '',
    `Row-level security as a whole costs a course page ${percent(rules)}; the bar of 10 % is ${metByAll(costs, 0.1)} in this run.`,
    `A look at others’ data: ${ms(median(withoutLook))} ms without its row in the chained log, ${ms(median(withLook))} ms with it, ${ms(look)} ms more at the median; the bar of 0.6 ms is ${met(look <= 0.6)} in this run. Of these are ${ms(disk)} ms what any durable row costs here (a bare one in a table without rules or keys: its round trip, and the disk, with \`fsync\` on), and ${ms(look - disk)} ms the log’s own: the row, its people, their rules and keys, the chain.`,
  ].join('\n');
}
