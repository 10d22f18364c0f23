const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026-11-24T09:00, as a browser's field for date and time holds it: the time in Sweden. */
export const localTime = (at: Date | null): string => (at ? parts.format(at).replace(' ', 'T') : '');

/** The same back again; undefined when it is no time. An hour that summer time skips becomes the hour after. */
export function readLocalTime(typed: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}[:.]\d{2}$/.test(typed)) return undefined;
  const asUtc = Date.parse(`${typed.replace(' ', 'T').replace('.', ':')}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first));
}

const offsetAt = (time: number): number => Date.parse(`${localTime(new Date(time))}:00Z`) - Math.floor(time / 60_000) * 60_000;
