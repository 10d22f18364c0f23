import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { openSealed } from '../platform/sealed-file.ts';
import { engineOf } from './engine.ts';
import type { ExportPart } from './export-plan.ts';
import { runPlanned } from './run-planned.ts';

const pageSize = 500;

export type ExportedTable = { part: ExportPart; rows: AsyncGenerator<Record<string, unknown>> };

/** Everything held about a person (Art. 15 and 20), table by table, never all in memory; on request each file with its row. */
export async function exportTables(
  house: House,
  accountId: string,
  with_: { files: boolean } = { files: false },
): Promise<ExportedTable[]> {
  const { export: plan } = await engineOf(house.database);
  const addresses = await addressesOf(house, accountId);
  return plan.map((part) => ({ part, rows: rowsOfPart(house, part, [accountId], addresses, with_.files) }));
}

/** What is held under an address alone, whoever's it is: for those who have no account (Art. 15); all of it, or one customer's part. */
export async function exportTablesOfAddress(house: House, email: string, customerId?: string): Promise<ExportedTable[]> {
  const { export: plan } = await engineOf(house.database);
  return plan.map((part) => ({ part, rows: rowsOfPart(house, part, [], [email], true, customerId) }));
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
  accounts: string[],
  addresses: string[],
  withFiles: boolean,
  customerId?: string,
): AsyncGenerator<Record<string, unknown>> {
  const text = customerId ? part.pageAtCustomer : part.page;
  if (!text) return;
  for (let after: string | null = null; ;) {
    const page = await house.database.transaction(acrossCustomers('export'), (tx) =>
      runPlanned<{ key: unknown[]; row: Record<string, unknown>; file?: FileOfRow }>(tx, text, [
        accounts,
        addresses,
        pageSize,
        after,
        customerId,
      ]),
    );
    for (const { row, file } of page.rows) yield file && withFiles ? { ...row, content: await contentOf(house, file) } : row;
    if (page.rows.length < pageSize) return;
    after = JSON.stringify(page.rows.at(-1)!.key);
  }
}

type FileOfRow = { key: string; contentKey: string };

/** One file at a time, as text a JSON file can hold (Art. 20). */
async function contentOf({ attachments }: House, { key, contentKey }: FileOfRow): Promise<string | null> {
  const opened = await openSealed(attachments, key, Buffer.from(contentKey, 'hex'));
  return opened ? Buffer.from(await new Response(opened).arrayBuffer()).toString('base64') : null;
}

async function addressesOf(house: House, accountId: string): Promise<string[]> {
  const found = await house.database.transaction(acrossCustomers('export'), (tx) =>
    tx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst(),
  );
  return found?.email ? [found.email] : [];
}
