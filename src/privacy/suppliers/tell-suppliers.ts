import { randomUUID } from 'node:crypto';
import { addPeriod } from '../retention-plan.ts';
import { dataMap } from '../../../data-map/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJobs } from '../../platform/jobs.ts';
import { insertAddresses, insertNotices } from './notices.queries.ts';
import { recipientOf } from './recipient.ts';
import { whomToTell } from './whom-to-tell.ts';

export const tellTask = 'tell-supplier';
/** The queue waits e^n seconds after try n: spread over more than a day. */
export const tellAttempts = 12;
export type TellingHouse = Pick<House, 'secrets' | 'clock' | 'register' | 'development' | 'publicUrl'>;
type Erased = { erasureId: string; addresses: string[] };

const { period } = dataMap.supplier_notice_address.retention;
export const sealedFor = (noticeId: string): string => `supplier notice ${noticeId}`;

/**
 * Art. 19, in the transaction of the erasure itself: one notice a supplier, and a job with its number. A supplier without an
 * address for notices is left to the officer.
 */
export async function tellSuppliers(house: TellingHouse, tx: Tx, erased: Erased[]): Promise<void> {
  const at = house.clock.now();
  const notices = erased.flatMap(({ erasureId, addresses }) =>
    whomToTell(house.register).map(({ supplier, services, knows }) => ({
      row: {
        id: randomUUID(),
        erasure_id: erasureId,
        supplier: supplier.name,
        services: [...services],
        state: recipientOf(house, supplier) ? ('waiting' as const) : ('by-hand' as const),
        created_at: at,
      },
      addresses: knows === 'address' ? addresses : [],
    })),
  );
  if (notices.length === 0) return;
  await insertNotices(
    tx,
    notices.map(({ row }) => row),
  );
  await insertAddresses(
    tx,
    notices.flatMap(({ row, addresses }) =>
      addresses.length > 0
        ? [
            {
              notice_id: row.id,
              sealed: house.secrets.seal(sealedFor(row.id), Buffer.from(JSON.stringify(addresses))),
              due_at: addPeriod(at, period),
            },
          ]
        : [],
    ),
  );
  await queueNotices(
    tx,
    notices.filter(({ row }) => row.state === 'waiting').map(({ row }) => row.id),
  );
}

export async function queueNotices(tx: Tx, ids: string[]): Promise<void> {
  const jobs = ids.map((id) => ({ key: `supplier ${id}`, payload: { noticeId: id } }));
  if (jobs.length > 0) await addJobs(tx, tellTask, jobs, { maxAttempts: tellAttempts });
}
