import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

type Looks = {
  /** What was read: a request at the operator's desk, or one at a customer. */
  request: { customer_id?: string; request_id: string };
  by: string;
  /** The asker's account, if they have one. */
  asker?: string;
  /** How many days after it came. */
  days: number[];
  from: Date;
};

/** That a request was read, as its asker sees it on the request's own page. */
export async function addLooks(tx: Tx, { request: { customer_id, request_id }, by, asker, days, from }: Looks): Promise<void> {
  const table = customer_id ? 'customer_request' : 'data_request';
  const fields = ['email', 'kind', 'state', 'body'].map((column) => `${table}.${column}`);
  for (const day of days) {
    const at = addDays(from, day);
    const id = randomUUID();
    const look = { id, at, actor_id: by, customer_id: customer_id ?? null, room: customer_id ? 'customers' : 'desk', fields };
    await tx
      .insertInto('access_log')
      .values({ ...look, purpose: 'answer-data-subject', due_at: addMonths(at, 12) })
      .execute();
    if (asker) await tx.insertInto('access_log_subject').values({ log_id: id, account_id: asker }).execute();
    if (customer_id) await tx.insertInto('customer_request_look').values({ customer_id, request_id, log_id: id }).execute();
    else await tx.insertInto('data_request_look').values({ request_id, log_id: id }).execute();
  }
}
