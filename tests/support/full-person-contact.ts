import { randomUUID } from 'node:crypto';
import type { Tx } from '../../src/platform/database.ts';
import type { Person } from './world.ts';

/** Someone who is reached at a customer: one of its own, since each has but one officer. */
export async function addContact(tx: Tx, { email, givenName }: Person): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('customer')
    .values({ id, slug: `kontakt-${id.slice(0, 8)}`, name: 'Kunden med ombud', kind: 'school' })
    .execute();
  const reached = { customer_id: id, name: givenName, address: 'Storgatan 1', email, phone: '08-465 004 00' };
  await tx
    .insertInto('customer_contact')
    .values([
      { ...reached, part: 'controller' },
      { ...reached, part: 'officer' },
    ])
    .execute();
}
