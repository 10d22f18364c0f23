import { sql } from 'kysely';
import { addMonths } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import { holderOfAddress } from './backup/keyring.ts';
import { sealHolders } from './backup/holders-to-forget.ts';
import { engineOf } from './engine.ts';
import { clearStores, runSteps, type ErasureHouse } from './erase.ts';
import { receiptKeptMonths } from './receipts/receipt-document.ts';
import { tellSuppliers } from './suppliers/tell-suppliers.ts';

/**
 * Erases what is held under an address alone (Art. 17), by the same plan as a person with an account. `spared` are the tables
 * that tell of the request itself, which is kept to show that it was answered. What a crash leaves, `resumeErasures` takes up.
 * Gives counts by table, and the number of the erasure.
 */
export async function eraseAddress(
  house: ErasureHouse,
  email: string,
  spared: readonly string[],
): Promise<{ rows: Record<string, number>; erasureId: string }> {
  const engine = await engineOf(house.database);
  const done = await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const mails = await tx.selectFrom('mail').select('id').where('address', '=', email).execute();
    for (const { id } of mails) await sql`select graphile_worker.remove_job(${`mail ${id}`})`.execute(tx);
    const rows = countedOf(await runSteps(tx, engine, [], [email], spared));
    const outbox = mails.map(({ id }) => id);
    // Older backups lose the address; the request's own row gets a new key in the next one.
    const remaining = { outbox, keyring: sealHolders(house, [holderOfAddress(house, email)]) };
    return { rows, erasureId: await noteErasure(house, tx, rows, remaining, email) };
  });
  await clearStores(house, [done.erasureId]);
  return done;
}

const countedOf = (rows: Record<string, number>) => Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));

async function noteErasure(house: ErasureHouse, tx: Tx, rows: object, remaining: object, email: string): Promise<string> {
  const now = house.clock.now();
  const { id } = await tx
    .insertInto('erasure')
    .values({
      way: 'request',
      requested_at: now,
      due_at: addMonths(now, receiptKeptMonths),
      confirmed: ['database', 'jobs'],
      remaining: JSON.stringify(remaining),
      receipt: JSON.stringify({ rows }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellSuppliers(house, tx, [{ erasureId: id, addresses: [email] }]);
  return id;
}
