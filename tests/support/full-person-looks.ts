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
  const invited = await tx
    .selectFrom('invitation_address')
    .select(['customer_id', 'id'])
    .where('address', '=', person.email)
    .executeTakeFirstOrThrow();
  const waits = { customer_id: invited.customer_id, log_id: ids.look, address: person.email, invited_id: invited.id };
  const taken = { customer_id, log_id: ids.look, account_id: person.id };
  await tx.insertInto('address_look').values(waits).execute();
  await tx.insertInto('address_look').values(taken).execute();
  const contact = await tx
    .selectFrom('customer_contact')
    .select(['customer_id', 'id'])
    .where('email', '=', person.email)
    .where('part', '=', 'officer')
    .executeTakeFirstOrThrow();
  const named = { customer_id: contact.customer_id, log_id: ids.look, address: person.email, contact_id: contact.id };
  await tx.insertInto('contact_look').values(named).execute();
}
