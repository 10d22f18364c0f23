import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Controller } from './controller.ts';

/** Customers as controllers, with what each has told of itself, by name. */
export async function findControllers(tx: Tx, customerIds: readonly string[]): Promise<Controller[]> {
  if (customerIds.length === 0) return [];
  const customers = await tx
    .selectFrom('customer as k')
    .select(['k.name', 'k.org_number'])
    .select(
      sql<Controller['contacts']>`coalesce((select json_object_agg(c.part, json_build_object('name', c.name, 'address', c.address,
        'email', c.email, 'phone', c.phone)) from customer_contact c where c.customer_id = k.id), '{}')`.as('contacts'),
    )
    .where('k.id', 'in', customerIds)
    .orderBy('k.name')
    .execute();
  return customers.map(({ name, org_number, contacts }) => ({ name, orgNumber: org_number?.replace(/^(\d{6})/, '$1-'), contacts }));
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
