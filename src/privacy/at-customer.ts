import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { engineOf } from './engine.ts';
import { exportTablesOfAddress, type ExportedTable } from './export.ts';
import type { ExportPart } from './export-plan.ts';
import { runPlanned } from './run-planned.ts';

/** The tables that a customer is the controller of, by the map (N-43). */
const isCustomers = ({ entry, customers }: ExportPart): boolean => entry.role === 'processor' && customers !== undefined;

/** The customers that answer for anything about whoever has this address, with an account or without. */
export async function customersHolding(house: House, email: string): Promise<string[]> {
  const { export: plan } = await engineOf(house.database);
  const text = plan.flatMap((part) => (isCustomers(part) ? [part.customers!] : [])).join(' union ');
  return house.database.transaction(acrossCustomers('export'), async (tx) => {
    const accounts = await tx.selectFrom('account').select('id').where('email', '=', email).execute();
    const { rows } = await runPlanned<{ customer_id: string }>(tx, text, [accounts.map(({ id }) => id), [email]]);
    return rows.map(({ customer_id }) => customer_id);
  });
}

/** What one customer answers for of all that is held under an address alone. */
export async function exportTablesAtCustomer(
  house: House,
  email: string,
  customerId: string,
  with_: { files: boolean } = { files: true },
): Promise<ExportedTable[]> {
  const tables = await exportTablesOfAddress(house, email, customerId, with_);
  return tables.filter(({ part }) => isCustomers(part));
}
