import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { forgetCustomer } from './backup/index.ts';
import { customersErasedTables } from './customer-tables.ts';
import { engineOf } from './engine.ts';

/**
 * Art. 28(3)(g): what was held on a customer's behalf goes when the time to fetch it is over. Each customer's rows are one
 * transaction; then its keys go, so that no older backup brings anything back. It is due until all is done: what a crash left is taken
 * up by the next sweep.
 */
export async function eraseDueCustomers(house: House): Promise<number> {
  const { catalog } = await engineOf(house.database);
  const tables = customersErasedTables(dataMap, catalog);
  const due = await house.database.transaction(acrossCustomers('retention'), (tx) =>
    tx.selectFrom('customer').select('id').where('due_at', '<=', house.clock.now()).orderBy('due_at').limit(100).execute(),
  );
  for (const { id } of due) {
    await rm(join(house.files.folder, id), { recursive: true, force: true });
    await house.database.transaction(acrossCustomers('retention'), async (tx) => {
      for (const table of tables) await sql`delete from ${sql.table(table)} where customer_id = ${id}`.execute(tx);
    });
    await rm(join(house.exports.folder, id), { recursive: true, force: true });
    await forgetCustomer(house, id);
    await house.database.transaction(acrossCustomers('retention'), (tx) =>
      tx.updateTable('customer').set({ due_at: null }).where('id', '=', id).execute(),
    );
  }
  return due.length;
}
