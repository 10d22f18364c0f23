import { z } from 'zod';
import type { Locale } from '../../ui/locale.ts';
import { words } from '../words.ts';

const mostLines = 4;

/** What an author decides about the course's certificates. */
export function templateForm(locale: Locale) {
  const text = words[locale].template;
  const line = z.string().trim().max(100, text.tooLong).default('');
  return z.object({
    lines: z
      .string()
      .default('')
      .transform((typed) =>
        typed
          .split('\n')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .refine((lines) => lines.length <= mostLines && lines.every((each) => each.length <= 160), text.linesTooMany),
    signatoryName: line,
    signatoryTitle: line,
    validMonths: z
      .string()
      .trim()
      .default('')
      .transform((typed) => (typed === '' ? null : Number(typed)))
      .refine((months) => months === null || (Number.isInteger(months) && months >= 1 && months <= 120), text.monthsWrong),
    removeLogo: z.literal('yes').optional(),
  });
}
