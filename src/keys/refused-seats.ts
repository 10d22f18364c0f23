import type { FieldError } from '../platform/read-body.ts';
import type { Locale } from '../ui/locale.ts';
import { batchWords } from './batch-words.ts';
import { seatFault, type SeatFault } from './seat-faults.ts';

/** The work, or why the customer's agreement does not allow it: the database has refused and nothing has changed. */
export async function withinAgreement<Result>(work: Promise<Result>): Promise<Result | SeatFault> {
  try {
    return await work;
  } catch (error) {
    const fault = seatFault(error);
    if (!fault) throw error;
    return fault;
  }
}

/** What the form says: at the course that is not part of the agreement, or at the number that is too high. */
export function seatError(fault: SeatFault, locale: Locale, field: 'count' | 'list' | 'keys' | 'expires'): FieldError {
  const text = batchWords[locale].agreement;
  return fault === 'out of scope' ? { name: 'course', text: text.outOfScope } : { name: field, text: text.noSeat };
}
