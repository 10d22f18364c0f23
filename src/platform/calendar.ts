const zone = 'Europe/Stockholm';

/** Which day a moment is in Sweden. */
export const dayOf = (time: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone).toPlainDate();

export const startOfDay = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);

/** The last millisecond of a day. */
export const endOfDay = (day: Temporal.PlainDate): Date => new Date(startOfDay(day.add({ days: 1 })).getTime() - 1);

/** A date as a date field sends it; undefined when there is no such day. */
export function readDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
