/** A time as a date-and-time field sends it, in Sweden; undefined when there is no such time. */
export function swedishTime(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return undefined;
  try {
    return new Date(Temporal.PlainDateTime.from(value).toZonedDateTime('Europe/Stockholm').epochMilliseconds);
  } catch {
    return undefined;
  }
}
