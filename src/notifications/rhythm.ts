/** When a person wants mail. Quiet hours are minutes of their own day, and may go over midnight. */
export type Rhythm = { digest: 'at-once' | 'daily' | 'weekly'; quietFrom: number | null; quietTo: number | null; timeZone: string };

export const digests = ['at-once', 'daily', 'weekly'] as const;
export const usualRhythm: Rhythm = { digest: 'at-once', quietFrom: null, quietTo: null, timeZone: 'Europe/Stockholm' };

/** Collected mail comes in the morning, weekly mail on Mondays. */
const morning = Temporal.PlainTime.from('07:00');

/** When a mail about something that happens now may come: `undefined` is at once. */
export function mailTime(now: Date, rhythm: Rhythm): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(rhythm.timeZone);
  if (rhythm.digest === 'at-once') return isQuiet(here, rhythm) ? dateOf(endOfQuiet(here, rhythm)) : undefined;
  const next = nextMorning(here, rhythm.digest);
  return dateOf(isQuiet(next, rhythm) ? endOfQuiet(next, rhythm) : next);
}

const dateOf = (time: Temporal.ZonedDateTime): Date => new Date(time.epochMilliseconds);
const minuteOf = ({ hour, minute }: { hour: number; minute: number }): number => hour * 60 + minute;

function isQuiet(time: Temporal.ZonedDateTime, { quietFrom, quietTo }: Rhythm): boolean {
  if (quietFrom === null || quietTo === null) return false;
  const minute = minuteOf(time);
  return quietFrom <= quietTo ? minute >= quietFrom && minute < quietTo : minute >= quietFrom || minute < quietTo;
}

function endOfQuiet(time: Temporal.ZonedDateTime, { quietTo }: Rhythm): Temporal.ZonedDateTime {
  const end = Temporal.PlainTime.from({ hour: Math.floor((quietTo ?? 0) / 60), minute: (quietTo ?? 0) % 60 });
  const today = time.withPlainTime(end);
  return Temporal.ZonedDateTime.compare(today, time) > 0 ? today : time.add({ days: 1 }).withPlainTime(end);
}

function nextMorning(time: Temporal.ZonedDateTime, digest: 'daily' | 'weekly'): Temporal.ZonedDateTime {
  const today = time.withPlainTime(morning);
  const days = digest === 'daily' ? 0 : (8 - time.dayOfWeek) % 7;
  const next = today.add({ days });
  return Temporal.ZonedDateTime.compare(next, time) > 0 ? next : next.add({ days: digest === 'daily' ? 1 : 7 });
}

/** '22:30' as minutes of the day; undefined when it is no time. */
export function readMinutes(text: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

export const writeMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
