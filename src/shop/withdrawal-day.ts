import { isWorkingDay } from '../desk/index.ts';
import { dayOf, endOfDay } from '../platform/calendar.ts';
import type { PurchaseRow } from './purchase-state.ts';

/** How many days a buyer may change their mind (distansavtalslagen 2:10), also when the course has been begun: we ask for nothing then. */
export const withdrawalDays = 14;

/**
 * The last moment of the last day, in Swedish time; the day of the order is not counted, and a day off gives way to the next working day
 * (lag 1930:173, section 2).
 */
export function withdrawalUntil({ ordered_at }: Pick<PurchaseRow, 'ordered_at'>): Date {
  let last = dayOf(ordered_at).add({ days: withdrawalDays });
  while (!isWorkingDay(last)) last = last.add({ days: 1 });
  return endOfDay(last);
}
