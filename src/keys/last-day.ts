import { endOfDay as endOf, readDay } from '../platform/calendar.ts';

/** The last moment of a day in Sweden, of a date as a date field sends it; undefined when there is no such day. */
export function endOfDay(date: string): Date | undefined {
  const day = readDay(date);
  return day && endOf(day);
}
