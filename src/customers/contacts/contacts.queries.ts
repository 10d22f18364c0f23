import { sql } from 'kysely';
import type { Contact, ContactPart } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';

/** Someone who has just been named, or whose address has been. */
export type Named = { id: string; email: string };

/**
 * All of a customer's contact details at once: what was left out is no more. They go when what we hold for the customer does. Another
 * address is another row: what was told to the one before went with it. Gives those who are to be told.
 */
export async function saveContacts(
  tx: Tx,
  customerId: string,
  contacts: Partial<Record<ContactPart, Contact>>,
  at: Date,
): Promise<Named[]> {
  const before = await tx
    .selectFrom('customer_contact')
    .select(['part', 'name', 'email'])
    .where('customer_id', '=', customerId)
    .$narrowType<{ part: ContactPart }>()
    .execute();
  const leave = before.filter(({ part, email }) => contacts[part]?.email !== email).map(({ part }) => part);
  await tx
    .deleteFrom('customer_contact')
    .where('customer_id', '=', customerId)
    .where('part', 'in', ['', ...leave])
    .execute();
  const parts = Object.keys(contacts) as ContactPart[];
  if (parts.length === 0) return [];
  const due_at = sql<Date>`coalesce((select due_at from customer where id = ${customerId}), 'infinity')`;
  const saved = await tx
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
    .returning(['id', 'part', 'name', 'email'])
    .execute();
  const isAsBefore = (row: { part: string; name: string; email: string | null }) =>
    before.some(({ part, name, email }) => part === row.part && name === row.name && email === row.email);
  return saved.flatMap((row) => (row.email === null || isAsBefore(row) ? [] : [{ id: row.id, email: row.email }]));
}

export type NamedContact = { id: string; customer_id: string; part: ContactPart; name: string; email: string | null; phone: string | null };

/** What a mailed link leads to, in a transaction that is the link's. */
export const findNamed = (tx: Tx, id: string): Promise<NamedContact | undefined> =>
  tx
    .selectFrom('customer_contact')
    .select(['id', 'customer_id', 'part', 'name', 'email', 'phone'])
    .where('id', '=', id)
    .$narrowType<{ part: ContactPart }>()
    .executeTakeFirst();

export const nameOfCustomer = async (tx: Tx, id: string): Promise<string> =>
  (await tx.selectFrom('customer').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;

/** The name goes, and the address of the organisation stays. Done twice it is done once: then no customer is given. */
export async function blankName(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('customer_contact')
    .set({ name: '', changed_at: at })
    .where('id', '=', id)
    .where('name', '<>', '')
    .returning('customer_id')
    .executeTakeFirst();
  return row?.customer_id;
}

export const namesShown = 20;

/** Contact details of any customer in which this name stands, one more than are shown. */
export function listNamesLike(tx: Tx, name: string) {
  return tx
    .selectFrom('customer_contact as c')
    .innerJoin('customer', 'customer.id', 'c.customer_id')
    .select(['c.id', 'c.part', 'c.name', 'c.email', 'customer.name as customer'])
    .where(sql<boolean>`strpos(lower(c.name collate "sv-x-icu"), lower(${name}::text collate "sv-x-icu")) > 0`)
    .orderBy('customer.name')
    .orderBy('c.part')
    .limit(namesShown + 1)
    .$narrowType<{ part: ContactPart }>()
    .execute();
}
export type NameRow = Awaited<ReturnType<typeof listNamesLike>>[number];

/** When the customer's own rows are due, its contact details are. */
export async function setContactsDue(tx: Tx, customerId: string, dueAt: Date | null): Promise<void> {
  await tx
    .updateTable('customer_contact')
    .set({ due_at: dueAt ?? sql<Date>`'infinity'` })
    .where('customer_id', '=', customerId)
    .execute();
}
