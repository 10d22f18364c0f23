import { median } from '../support/measure.ts';
import type { RealResult } from './real-run.ts';
import { againstBar, row, shareTold, table } from './tell.ts';

export function realTablesTold(results: RealResult[], bar: number): string {
  const throughput = results.map(({ workload, answers, right, wrong, onMs, floorMs }) => {
    const shares = onMs.map((ms, round) => floorMs[round]! / ms);
    const told = Object.entries(wrong).map(([name, times]) => `${name} ${times}`);
    return row(
      workload,
      `${right} of ${answers}`,
      told.join(', ') || 'none',
      Math.round(median(floorMs)),
      Math.round(median(onMs)),
      shareTold(shares),
      againstBar(shares, bar),
    );
  });
  const each = results.flatMap(({ workload, each: queries }) =>
    Object.entries(queries).map(([name, { on, floor }]) => row(workload, name, median(floor).toFixed(2), median(on).toFixed(2))),
  );
  return [
    'Records are notes, messages, enrolments, notifications and people; purposes, objections, retention and who sees what are not stored with them but read from the data map. The floor is hand-written statements of the database’s owner over the same tables, past every rule and without looks, plans, receipts and keyring. Its answers are not graded.',
    '',
    table(
      row(
        'workload',
        'right answers',
        'wrong, by query',
        'floor (ms)',
        'Kursiv (ms)',
        'share of the floor (range)',
        `at least ${Math.round(bar * 100)} %?`,
      ),
      ...throughput,
    ),
    '',
    table(row('workload', 'query', 'floor p50 (ms)', 'Kursiv p50 (ms)'), ...each),
  ].join('\n');
}
