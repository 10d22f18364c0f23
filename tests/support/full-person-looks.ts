import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** Looks at what the person has asked and written, told to them by that. */
export async function addLooks(tx: Tx, { person, ids }: About): Promise<void> {
  await tx.insertInto('enquiry_look').values({ enquiry_id: ids.enquiry, log_id: ids.look }).execute();
  await tx.insertInto('data_request_look').values({ request_id: ids.request, log_id: ids.look }).execute();
  const { customer_id, id } = await tx
    .selectFrom('customer_request')
    .select(['customer_id', 'id'])
    .where('email', '=', person.email)
    .executeTakeFirstOrThrow();
  await tx.insertInto('customer_request_look').values({ customer_id, request_id: id, log_id: ids.look }).execute();
}
