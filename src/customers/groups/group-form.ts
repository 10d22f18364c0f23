import { z } from 'zod';
import type { FieldError } from '../../platform/read-body.ts';
import type { Locale } from '../../ui/locale.ts';
import { seatFault } from '../../keys/index.ts';
import { groupWords } from './words.ts';

/** One ticked course comes as a text, several as a list, none not at all. */
export function groupForm(locale: Locale) {
  const text = groupWords[locale].form;
  return z.object({
    client_id: z.uuid().optional(),
    name: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(100, text.nameLong),
    courses: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid(text.coursesGone)).max(1000)),
    keeps: z.literal('yes').optional(),
  });
}

/** What the form says when the customer's agreement does not allow it; nothing has changed then. */
export async function withinAgreement(locale: Locale, work: Promise<boolean>): Promise<FieldError | boolean> {
  try {
    return await work;
  } catch (error) {
    const fault = seatFault(error);
    if (!fault) throw error;
    const text = groupWords[locale].form;
    return { name: 'courses', text: fault === 'no seat' ? text.noSeat : text.outOfScope };
  }
}
