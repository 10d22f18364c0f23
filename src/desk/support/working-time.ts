const zone = 'Europe/Stockholm';
const opensAt = 8;
const closesAt = 17;
const minuteMs = 60_000;

/** The minutes of a whole working day. */
export const workingDay = (closesAt - opensAt) * 60;

/** The moment when so many working minutes have passed. */
export function addWorkingMinutes(from: Date, minutes: number): Date {
  let leftMs = minutes * minuteMs;
  for (let day = dayOf(from); ; day = day.add({ days: 1 })) {
    const [begins, ends] = hoursOf(day);
    const start = Math.max(begins, from.getTime());
    if (ends - start > 0 && leftMs <= ends - start) return new Date(start + leftMs);
    leftMs -= Math.max(0, ends - start);
  }
}

/** Working minutes from one moment to another; negative when the other has passed. */
export function workingMinutes(from: Date, to: Date): number {
  if (to < from) return -workingMinutes(to, from);
  let totalMs = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const [begins, ends] = hoursOf(day);
    totalMs += Math.max(0, Math.min(ends, to.getTime()) - Math.max(begins, from.getTime()));
  }
  return Math.floor(totalMs / minuteMs);
}

const dayOf = (time: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** When the desk opens and closes on a day: the same moment on a day off. */
function hoursOf(day: Temporal.PlainDate): [number, number] {
  const at = (hour: number) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
  return isWorkingDay(day) ? [at(opensAt), at(closesAt)] : [at(opensAt), at(opensAt)];
}

export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !daysOff(day.year).has(day.toString());
}

const known = new Map<number, ReadonlySet<string>>();

/**
 * Weekdays off in Sweden: the public holidays (lag 1989:253) and the three eves that the Annual Leave Act (1977:480) counts
 * as Sundays. Those that always fall on a weekend are left out.
 */
function daysOff(year: number): ReadonlySet<string> {
  const found = known.get(year);
  if (found) return found;
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map((day) => `${year}-${day}`);
  const easter = easterSunday(year);
  // Good Friday, Easter Monday, Ascension Day.
  const movable = [-2, 1, 39].map((days) => easter.add({ days }).toString());
  const days = new Set([...fixed, ...movable, midsummerEve(year).toString()]);
  known.set(year, days);
  return days;
}

/** The Friday from 19 to 25 June. */
function midsummerEve(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 6, day: 19 });
  return first.add({ days: (5 - first.dayOfWeek + 7) % 7 });
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const correction = Math.floor((a + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
