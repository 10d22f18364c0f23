import { sql } from 'kysely';
import { stores } from '../../../data-map/index.ts';
import type { Tx } from '../../platform/database.ts';
import { addPeriod } from '../retention-plan.ts';

/** The migration with which backups began to forget what is erased at a customer. */
const since = '0650_backups_forget_at_customers.sql';

/**
 * The day when the last backup is gone that was made before backups forgot what is erased at a customer; undefined when there is none:
 * that day has passed, or the house is not older than the format.
 */
export async function olderFormatGoneBy(tx: Tx, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ ran_at: Date }>`select ran_at from migration where name = ${since}
    and ran_at > (select min(ran_at) from migration) + interval '1 day'`.execute(tx);
  const goneBy = rows[0] && addPeriod(rows[0].ran_at, stores.backups.retention);
  return goneBy && goneBy > now ? goneBy : undefined;
}
