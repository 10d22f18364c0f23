import { sql } from 'kysely';
import type { Contact, ContactPart } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';

/** All of a customer's contact details at once: what was left out is no more. They go when what we hold for the customer does. */
export async function saveContacts(tx: Tx, customerId: string, contacts: Partial<Record<ContactPart, Contact>>, at: Date): Promise<void> {
  const parts = Object.keys(contacts) as ContactPart[];
  await tx
    .deleteFrom('customer_contact')
    .where('customer_id', '=', customerId)
    .where('part', 'not in', ['', ...parts])
    .execute();
  if (parts.length === 0) return;
  const due_at = sql<Date>`coalesce((select due_at from customer where id = ${customerId}), 'infinity')`;
  await tx
    .insertInto('customer_contact')
    .values(parts.map((part) => ({ customer_id: customerId, part, ...contacts[part]!, changed_at: at, due_at })))
    .onConflict((on) =>
      on.columns(['customer_id', 'part']).doUpdateSet((set) => ({
        name: set.ref('excluded.name'),
        address: set.ref('excluded.address'),
        email: set.ref('excluded.email'),
        phone: set.ref('excluded.phone'),
        changed_at: at,
        due_at: set.ref('excluded.due_at'),
      })),
    )
    .execute();
}

/** When the customer's own rows are due, its contact details are. */
export async function setContactsDue(tx: Tx, customerId: string, dueAt: Date | null): Promise<void> {
  await tx
    .updateTable('customer_contact')
    .set({ due_at: dueAt ?? sql<Date>`'infinity'` })
    .where('customer_id', '=', customerId)
    .execute();
}
