import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ContactPart, Controller } from './controller.ts';

/** Customers as controllers, with what each has told of itself, by name. */
export async function findControllers(tx: Tx, customerIds: readonly string[]): Promise<Controller[]> {
  if (customerIds.length === 0) return [];
  const customers = await tx
    .selectFrom('customer')
    .select(['id', 'name', 'org_number'])
    .where('id', 'in', customerIds)
    .orderBy('name')
    .execute();
  const contacts = await tx
    .selectFrom('customer_contact')
    .select(['customer_id', 'part', 'name', 'address', 'email', 'phone'])
    .where('customer_id', 'in', customerIds)
    .$narrowType<{ part: ContactPart }>()
    .execute();
  return customers.map(({ id, name, org_number }) => ({
    name,
    orgNumber: org_number?.replace(/^(\d{6})/, '$1-'),
    contacts: Object.fromEntries(
      contacts
        .filter((row) => row.customer_id === id)
        .map(({ part, name: who, address, email, phone }) => [part, { name: who, address, email, phone }]),
    ),
  }));
}

/** The contact details of a customer at which someone other than this person is reached. */
export async function listContactsSeen(tx: Tx, customerId: string, actorId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('customer_contact as c')
    .select('c.id')
    .where('c.customer_id', '=', customerId)
    .where('c.email', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account as a').select('a.id').where('a.id', '=', actorId).whereRef('a.email', '=', 'c.email'))),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Tells the addresses of these contact details of a look. */
export async function insertContactLooks(tx: Tx, logId: string, contactIds: readonly string[]): Promise<void> {
  await sql`insert into contact_look (customer_id, log_id, address, contact_id)
    select c.customer_id, ${logId}, lower(c.email), c.id from customer_contact c
    where c.id = any(${contactIds}::uuid[]) and c.email is not null`.execute(tx);
}
