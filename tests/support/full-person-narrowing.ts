import { randomUUID } from 'node:crypto';
import type { Tx } from '../../src/platform/database.ts';

/** What narrows whom others see. With a customer of its own: hidden where the person's course is, a name could not be looked for there. */
export async function addNarrowing(tx: Tx, accountId: string, at: Date): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('customer')
    .values({ id, slug: `skydd-${id.slice(0, 8)}`, name: 'Kunden med skydd', kind: 'school' })
    .execute();
  await tx
    .insertInto('protected_identity')
    .values({ customer_id: id, account_id: accountId, designation: 'Person 2345', by_person_at: at })
    .execute();
  await tx.insertInto('student_group').values({ customer_id: id, id, name: 'klassen', keeps_courses: false, created_at: at }).execute();
  await tx.insertInto('group_teacher').values({ customer_id: id, group_id: id, account_id: accountId, created_at: at }).execute();
}
