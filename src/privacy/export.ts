import { sql } from 'kysely';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { openSealed } from '../platform/sealed-file.ts';
import { engineOf } from './engine.ts';
import type { ExportPart } from './export-plan.ts';
import { runPlanned } from './run-planned.ts';

const firstPage = 500;
const largestPage = 5_000;
/** A page may be as long as its rows are short: each page is found anew, so that few pages are many times faster. */
const pageBytes = 4_000_000;

/** The rows are read when they are asked for, and as often: what is written last is as fresh as what is written first. */
export type ExportedTable = { part: ExportPart; rows: AsyncIterable<Record<string, unknown>> };

/** Everything held about a person (Art. 15 and 20), table by table, never all in memory; on request each file with its row. */
export async function exportTables(
  house: House,
  accountId: string,
  with_: { files: boolean } = { files: false },
): Promise<ExportedTable[]> {
  const { export: plan } = await engineOf(house.database);
  const addresses = await addressesOf(house, accountId);
  const counts = await countsOf(house, [accountId], addresses);
  return plan.map((part) => ({ part, rows: anew(() => rowsOfPart(house, part, counts, [accountId], addresses, with_.files)) }));
}

/** What is held under an address alone, whoever's it is: for those who have no account (Art. 15); all of it, or one customer's part. */
export async function exportTablesOfAddress(
  house: House,
  email: string,
  customerId?: string,
  with_: { files: boolean } = { files: true },
): Promise<ExportedTable[]> {
  const { export: plan } = await engineOf(house.database);
  const counts = await countsOf(house, [], [email]);
  return plan.map((part) => ({ part, rows: anew(() => rowsOfPart(house, part, counts, [], [email], with_.files, customerId)) }));
}

const anew = <Row>(read: () => AsyncGenerator<Row>): AsyncIterable<Row> => ({ [Symbol.asyncIterator]: read });

/** How many rows there are in each table, for My data and for the test that nothing is missing. */
export async function countTables(house: House, accountId: string): Promise<Record<string, number>> {
  await engineOf(house.database);
  return countsOf(house, [accountId], await addressesOf(house, accountId));
}

/** One function for all tables: one round trip, and a plan that the connection keeps. */
async function countsOf(house: House, accounts: string[], addresses: string[]): Promise<Record<string, number>> {
  const { rows } = await house.database.transaction(acrossCustomers('export'), (tx) =>
    sql<{ name: string; rows: number }>`select name, rows from engine.export_counts(${accounts}::uuid[], ${addresses}::text[])`.execute(tx),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

type Row = { key: unknown[]; row: Record<string, unknown>; file?: FileOfRow | null };

async function* rowsOfPart(
  house: House,
  part: ExportPart,
  counts: Record<string, number>,
  accounts: string[],
  addresses: string[],
  withFiles: boolean,
  customerId?: string,
): AsyncGenerator<Record<string, unknown>> {
  if (!counts[part.table] || (customerId && !part.pageAtCustomer)) return;
  const pageAfter = (size: number, after: string | null) => {
    const rows = house.database.transaction(acrossCustomers('export'), (tx) =>
      readPage(tx, part, accounts, addresses, size, after, customerId),
    );
    rows.catch(() => {}); // told to whoever takes the page; nobody may be left to take it
    return { size, rows };
  };
  let page: ReturnType<typeof pageAfter> | undefined = pageAfter(firstPage, null);
  try {
    while (page) {
      const rows: Row[] = await page.rows;
      // The next is on its way while this one is written.
      page = rows.length < page.size ? undefined : pageAfter(sizeAfter(rows), JSON.stringify(rows.at(-1)!.key));
      for (const { row, file } of rows) yield file && withFiles ? { ...row, content: await contentOf(house, file) } : row;
    }
  } finally {
    await page?.rows.catch(() => {});
  }
}

const sizeAfter = (rows: Row[]): number =>
  Math.max(firstPage, Math.min(largestPage, Math.floor((pageBytes * rows.length) / JSON.stringify(rows).length)));

async function readPage(
  tx: Tx,
  part: ExportPart,
  accounts: string[],
  addresses: string[],
  size: number,
  after: string | null,
  customerId: string | undefined,
): Promise<Row[]> {
  const page = customerId
    ? runPlanned<Row>(tx, part.pageAtCustomer!, [accounts, addresses, size, after, customerId])
    : sql<Row>`select key, "row", file
        from engine.export_page(${accounts}::uuid[], ${addresses}::text[], ${size}::integer, ${after}::jsonb, ${part.table})`.execute(tx);
  return (await page).rows;
}

type FileOfRow = { key: string; contentKey: string };

/** One file at a time, as text a JSON file can hold (Art. 20). */
async function contentOf({ attachments }: House, { key, contentKey }: FileOfRow): Promise<string | null> {
  const opened = await openSealed(attachments, key, Buffer.from(contentKey, 'hex'));
  return opened ? Buffer.from(await new Response(opened).arrayBuffer()).toString('base64') : null;
}

export async function addressesOf(house: House, accountId: string): Promise<string[]> {
  const found = await house.database.transaction(acrossCustomers('export'), (tx) =>
    tx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst(),
  );
  return found?.email ? [found.email] : [];
}
