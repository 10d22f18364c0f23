import { sql } from 'kysely';
import { acrossCustomers } from '../platform/database.ts';
import { forgetKeys, holderOfAddress } from './backup/keyring.ts';
import { engineOf } from './engine.ts';
import { runSteps, type ErasureHouse } from './erase.ts';
import { removeOutboxFiles } from './outbox-files.ts';

/**
 * Erases what is held under an address alone (Art. 17), by the same plan as a person with an account. `spared` are the tables
 * that tell of the request itself, which is kept to show that it was answered. Doing it again finishes what a crash left.
 * Gives counts by table.
 */
export async function eraseAddress(house: ErasureHouse, email: string, spared: readonly string[]): Promise<Record<string, number>> {
  const engine = await engineOf(house.database);
  const { mails, rows } = await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const mails = await tx.selectFrom('mail').select('id').where('address', '=', email).execute();
    for (const { id } of mails) await sql`select graphile_worker.remove_job(${`mail ${id}`})`.execute(tx);
    return { mails, rows: await runSteps(tx, engine, [], [email], spared) };
  });
  // Older backups lose the address; the request's own row gets a new key in the next one.
  await forgetKeys(house, [holderOfAddress(house, email)]);
  await removeOutboxFiles(
    house,
    mails.map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));
}
