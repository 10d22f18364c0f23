/** The time as the application knows it. Tests and the command line move it; nothing else reads the wall. */
export type Clock = { now(): Date; readonly moved: boolean };

export const systemClock: Clock = { now: () => new Date(), moved: false };

export type MovableClock = Clock & { moveTo(time: Date): void };

/** A clock that stands where it was put and goes on from there. */
export function clockAt(time: Date): MovableClock {
  let offsetMs = time.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offsetMs),
    moved: true,
    moveTo(next) {
      offsetMs = next.getTime() - Date.now();
    },
  };
}

/** Calendar months, as the law counts: 31 August + 6 months is 28 or 29 February. */
export function addMonths(time: Date, months: number): Date {
  const result = new Date(time);
  const day = result.getUTCDate();
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(day, lastDay));
  return result;
}

export function addDays(time: Date, days: number): Date {
  return new Date(time.getTime() + days * 86_400_000);
}
