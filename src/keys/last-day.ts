/** The last moment of a day in Sweden, of a date as a date field sends it; undefined when there is no such day. */
export function endOfDay(date: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  try {
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime('Europe/Stockholm');
    return new Date(next.epochMilliseconds - 1);
  } catch {
    return undefined;
  }
}
