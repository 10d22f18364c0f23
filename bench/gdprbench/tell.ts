import { median } from '../support/measure.ts';

export const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
export const table = (...rows: string[]) => [rows[0]!, rows[0]!.replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n');
export const percent = (share: number) => `${Math.round(share * 100)} %`;
export const shareTold = (shares: number[]) =>
  `${percent(median(shares))} (${percent(Math.min(...shares))}–${percent(Math.max(...shares))})`;
/** Said of the same run's ratios only: where its rounds lie on both sides of the bar, the run cannot tell. */
export function againstBar(shares: number[], least: number): string {
  if (Math.min(...shares) >= least) return 'yes';
  return Math.max(...shares) < least ? 'no' : 'rounds on both sides';
}
