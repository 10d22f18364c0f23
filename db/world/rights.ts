import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import { acrossCustomers, type Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { newContentKey } from '../../src/platform/sealed-file.ts';
import { makeOwnExport } from '../../src/privacy/index.ts';
import { addLooks } from './looks.ts';

type HandedTo = { customerId: string; students: string[]; now: Date };

/** What two students have asked about data that the customer answers for: one waits, and one has been answered. */
export async function addHandedRequests(tx: Tx, { customerId, students, now }: HandedTo): Promise<void> {
  const [waits, answered] = await tx
    .selectFrom('account')
    .select(['id', 'email'])
    .where('id', 'in', students.slice(-2))
    .where('email', 'is not', null)
    .orderBy('email')
    .execute();
  if (!waits?.email || !answered?.email) return;
  const asked = (email: string, daysAgo: number) => {
    const at = addDays(now, -daysAgo);
    const times = { received_at: at, answer_by: addDays(at, 30), handed_at: addDays(at, 1), due_at: addMonths(at, 15) };
    return { customer_id: customerId, request_id: randomUUID(), email, language: 'sv', ...times };
  };
  const slutat = 'Jag har slutat och vill inte att mina svar och meddelanden finns kvar.';
  const [, read] = await tx
    .insertInto('customer_request')
    .values([
      { ...asked(waits.email, 25), kind: 'erasure', body: slutat, reminded: 1 },
      {
        ...asked(answered.email, 60),
        kind: 'access',
        body: '',
        state: 'answered',
        note: 'Allt vi har om dig står på sidan Mina uppgifter när du loggar in.',
        stepped_at: addDays(now, -52),
      },
    ])
    .returning('id')
    .execute();
  const chief = await tx
    .selectFrom('membership')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('role', '=', 'customer_admin')
    .executeTakeFirst();
  if (!chief || !read) return;
  const request = { customer_id: customerId, request_id: read.id };
  await addLooks(tx, { request, by: chief.account_id, asker: answered.id, days: [2, 8], from: addDays(now, -60) });
}

/** Someone has asked for a file with everything; it is made when the world is there. */
export async function askForOwnExport(tx: Tx, email: string, now: Date): Promise<void> {
  const { id: account_id } = await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  const request = { client_id: randomUUID(), language: 'sv', content_key: newContentKey(), requested_at: now, expires_at: addDays(now, 7) };
  await tx
    .insertInto('own_export')
    .values({ account_id, ...request })
    .execute();
}

export async function makeAskedExports(house: House): Promise<void> {
  const asked = await house.database.transaction(acrossCustomers('seed'), (tx) => tx.selectFrom('own_export').select('id').execute());
  for (const { id } of asked) await makeOwnExport(house, { exportId: id }, false);
}
