import { addDays } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';

/** A drill a week, and a day for it to be done in: an older one proves nothing any more (N-26). */
export const drillHoldsDays = 8;

/**
 * After a backup: one that has not been tried is none. Whoever begins does not wait a week for the first drill, and one that failed is
 * made again with the next night's copy. While a passed drill holds, the weekly one is enough. The key keeps it to one at a time.
 */
export async function drillWhereNoneHolds(house: Pick<House, 'database' | 'clock'>): Promise<boolean> {
  const since = addDays(house.clock.now(), -drillHoldsDays);
  return house.database.transaction(acrossCustomers('backup'), async (tx) => {
    const passed = await tx
      .selectFrom('restore_drill')
      .select('id')
      .where('state', '=', 'passed')
      .where('started_at', '>', since)
      .limit(1)
      .executeTakeFirst();
    if (!passed) await addJob(tx, 'drill', {}, { key: 'drill', maxAttempts: 3 });
    return !passed;
  });
}
