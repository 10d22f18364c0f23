import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addMonths } from '../platform/clock.ts';
import type { Locale } from '../ui/locale.ts';
import { batchWords } from './batch-words.ts';
import { endOfDay } from './last-day.ts';

export const mostKeys = 1_000;
const longestYears = 5;
const mostDays = 3_650;

/** A date field's answer: a day to come, and not in a distant future. */
export function lastDay(locale: Locale, now: Date) {
  const text = batchWords[locale].form;
  return z.string(text.expiresWrong).transform((typed, context) => {
    const end = endOfDay(typed);
    const message = !end
      ? text.expiresWrong
      : end <= now
        ? text.expiresPast
        : end > addMonths(now, longestYears * 12)
          ? text.expiresFar
          : '';
    if (!message) return end!;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const wholeNumber = (most: number, text: string) =>
  z
    .string(text)
    .trim()
    .regex(/^\d{1,5}$/, text)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, text);

/** What every batch is told when it is made. A form without an id is a press of its own. */
export function batchFields(locale: Locale, now: Date) {
  const text = batchWords[locale].form;
  return {
    course: z.string(text.courseMissing).min(1, text.courseMissing),
    label: z.string(text.labelMissing).trim().min(1, text.labelMissing).max(100, text.labelLong),
    expires: lastDay(locale, now),
    days: z.union([z.literal('').transform(() => undefined), wholeNumber(mostDays, text.daysWrong)], text.daysWrong).optional(),
    client_id: z.uuid().catch(() => randomUUID()),
  };
}

export const batchForm = (locale: Locale, now: Date) =>
  z.object({ ...batchFields(locale, now), count: wholeNumber(mostKeys, batchWords[locale].form.countWrong) });
