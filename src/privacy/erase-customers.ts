import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { forgetCustomerFiles } from './backup/index.ts';
import { customerTables, keptAfterEnd } from './customer-tables.ts';
import { engineOf } from './engine.ts';

/**
 * Art. 28(3)(g): what was held on a customer's behalf goes when the time to fetch it is over. Each customer is one
 * transaction; its files go after it, and a crash between the two is taken up by the next sweep.
 */
export async function eraseDueCustomers(house: House): Promise<number> {
  const { catalog } = await engineOf(house.database);
  const tables = customerTables(dataMap, catalog)
    .map(({ table }) => table)
    .filter((table) => !(table in keptAfterEnd))
    .toReversed();
  const due = await house.database.transaction(acrossCustomers('retention'), (tx) =>
    tx.selectFrom('customer').select('id').where('due_at', '<=', house.clock.now()).orderBy('due_at').limit(100).execute(),
  );
  for (const { id } of due) {
    await rm(join(house.files.folder, id), { recursive: true, force: true });
    await forgetCustomerFiles(house, id);
    await house.database.transaction(acrossCustomers('retention'), async (tx) => {
      for (const table of ['customer_export', 'customer_note', ...tables]) {
        await sql`delete from ${sql.table(table)} where customer_id = ${id}`.execute(tx);
      }
      await tx.updateTable('customer').set({ due_at: null }).where('id', '=', id).execute();
    });
    await rm(join(house.exports.folder, id), { recursive: true, force: true });
  }
  return due.length;
}
