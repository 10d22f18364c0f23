import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { engineOf } from './engine.ts';
import type { ExportPart } from './export-plan.ts';
import { runPlanned } from './run-planned.ts';

const pageSize = 500;

export type ExportedTable = { part: ExportPart; rows: AsyncGenerator<Record<string, unknown>> };

/** Everything held about a person (Art. 15 and 20), table by table, never all in memory. */
export async function exportTables(house: House, accountId: string): Promise<ExportedTable[]> {
  const { export: plan } = await engineOf(house.database);
  const addresses = await addressesOf(house, accountId);
  return plan.map((part) => ({ part, rows: rowsOfPart(house, part, accountId, addresses) }));
}

/** How many rows there are in each table, for My data and for the test that nothing is missing. */
export async function countTables(house: House, accountId: string): Promise<Record<string, number>> {
  const { export: plan } = await engineOf(house.database);
  const addresses = await addressesOf(house, accountId);
  // One statement for all tables: one round trip, not one a table.
  const text = plan.map((part) => `select '${part.table}' as name, (${part.count}) as rows`).join(' union all ');
  const { rows } = await house.database.transaction(acrossCustomers('export'), (tx) =>
    runPlanned<{ name: string; rows: number }>(tx, text, [[accountId], addresses]),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

async function* rowsOfPart(
  house: House,
  part: ExportPart,
  accountId: string,
  addresses: string[],
): AsyncGenerator<Record<string, unknown>> {
  for (let after: string | null = null; ;) {
    const page = await house.database.transaction(acrossCustomers('export'), (tx) =>
      runPlanned<{ key: unknown[]; row: Record<string, unknown> }>(tx, part.page, [[accountId], addresses, pageSize, after]),
    );
    for (const { row } of page.rows) yield row;
    if (page.rows.length < pageSize) return;
    after = JSON.stringify(page.rows.at(-1)!.key);
  }
}

async function addressesOf(house: House, accountId: string): Promise<string[]> {
  const found = await house.database.transaction(acrossCustomers('export'), (tx) =>
    tx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst(),
  );
  return found?.email ? [found.email] : [];
}
