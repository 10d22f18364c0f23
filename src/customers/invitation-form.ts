import { z } from 'zod';
import { emailField } from '../sign-in/index.ts';
import type { Locale } from '../ui/locale.ts';
import { words } from './words.ts';

const mostAddresses = 50;
const domainPattern = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;

/** What an invitation is made of. One ticked course comes as a text, several as a list, none not at all. */
export function invitationForm(locale: Locale) {
  const text = words[locale].newInvitation;
  const address = emailField({ emailMissing: text.addressWrong, emailWrong: text.addressWrong });
  const number = (most: number, wrong: string) =>
    z
      .string(wrong)
      .trim()
      .regex(/^\d{1,4}$/, wrong)
      .transform(Number)
      .pipe(z.number().min(1, wrong).max(most, wrong));
  return z
    .object({
      role: z.enum(['customer_admin', 'course_admin', 'teacher'], text.roleMissing),
      courses: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid(text.coursesMissing)).max(1000)),
      groups: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid(text.coursesMissing)).max(1000)),
      addresses: lines.pipe(z.array(address).max(mostAddresses, text.addressesMany)).transform((all) => [...new Set(all)]),
      domains: lines.pipe(z.array(z.string().toLowerCase().regex(domainPattern, text.domainWrong)).max(20, text.domainWrong)),
      uses: number(1000, text.usesWrong),
      days: number(365, text.daysWrong),
      accessDays: z
        .literal('')
        .transform(() => undefined)
        .or(number(3660, text.accessDaysWrong))
        .optional(),
    })
    .refine(({ role, courses, groups }) => role === 'customer_admin' || courses.length > 0 || (role === 'teacher' && groups.length > 0), {
      path: ['courses'],
      message: text.coursesMissing,
    })
    .transform((offer) => ({ ...offer, accessDays: offer.accessDays }));
}

/** One a line, or with commas or semicolons between, as they come when pasted. */
const lines = z
  .string()
  .max(20_000)
  .catch('')
  .transform((value) =>
    value
      .split(/[\s,;]+/)
      .map((part) => part.trim().replace(/^@/, ''))
      .filter(Boolean),
  );
