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
