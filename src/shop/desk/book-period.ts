/** A part of the books: one year, or one month of it. Days are Swedish days, `to` the first that is not in it. */
export type BookPeriod = { year: number; month: number | undefined; from: string; to: string };

const earliest = 2000;
const latest = 2999;

function periodOf(year: number, month: number | undefined): BookPeriod {
  const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: 1 });
  const to = from.add(month === undefined ? { years: 1 } : { months: 1 });
  return { year, month, from: from.toString(), to: to.toString() };
}

/** `2026` or `2026-11`; anything else is the year of today. */
export function readPeriod(typed: string | null, today: Temporal.PlainDate): BookPeriod {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(typed ?? '');
  const year = Number(match?.[1]);
  if (!match || year < earliest || year > latest) return periodOf(today.year, undefined);
  return periodOf(year, match[2] === undefined ? undefined : Number(match[2]));
}

export const writePeriod = (year: number, month?: number): string =>
  month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;

export const months = Array.from({ length: 12 }, (_, index) => index + 1);
