import { median } from '../support/measure.ts';

export const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
export const table = (...rows: string[]) => [rows[0]!, rows[0]!.replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n');
export const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
export const mb = (bytes: number, took: number) => `${(bytes / 1e6 / (took / 1000)).toFixed(1)} MB/s`;
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
export const n = (value: number) => Math.round(value).toLocaleString('en');
export const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
export const range = (values: number[], tell: (value: number) => string) =>
  `${tell(median(values))} (${tell(Math.min(...values))}–${tell(Math.max(...values))})`;
/** Round by round: what was measured in turn is compared within its turn. */
export const ratios = (ours: number[], floor: number[]) => ours.map((value, turn) => value / floor[turn]!);
export const met = (isMet: boolean) => (isMet ? 'met' : 'not met');
/** Of ratios: where the rounds lie on both sides of the bar, the run cannot tell. */
export const metByAll = (values: number[], most: number) =>
  Math.max(...values) <= most
    ? 'met'
    : Math.min(...values) > most
      ? 'not met'
      : 'neither met nor missed for certain (rounds on both sides)';
