import { Readable } from 'node:stream';
import type { House } from '../platform/house.ts';
import { actorOf, redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { explain } from './explain.ts';
import { countTables, exportTables, type ExportedTable } from './export.ts';
import { extractZip } from './extract-zip.ts';
import { ExtractPage, type ExtractTable } from './pages/extract-page.tsx';
import { recipientsOf, type ToldIn } from './recipients.ts';
import { words } from './words.ts';

/** How much of one table the page shows; the file always has all of it. */
export const shownRows = 200;

/** The extract to read (Art. 15): every category explained, then the data itself. */
export async function exportPage(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const tables = await beginningOf(await exportTables(visit.house, accountId));
  const now = visit.house.clock.now();
  return page(
    visit,
    { title: words[visit.locale].exportTitle, width: 'wide' },
    <ExtractPage locale={visit.locale} register={visit.house.register} at={now} tables={tables} shownRows={shownRows} />,
  );
}

/** What a page shows of an extract. */
export async function beginningOf(exported: ExportedTable[]): Promise<ExtractTable[]> {
  const tables: ExtractTable[] = [];
  for (const { part, rows } of exported) {
    const shown: Record<string, unknown>[] = [];
    let more = false;
    for await (const row of rows) {
      if (shown.length === shownRows) {
        more = true;
        break;
      }
      shown.push(row);
    }
    // Rows whose every field is withheld (a link between two others) have nothing to show.
    if (Object.keys(shown[0] ?? {}).length > 0) tables.push({ table: part.table, entry: part.entry, rows: shown, more });
  }
  return tables;
}

/** The same as a file for computers (Art. 20), written as it is read: any size fits. */
export async function exportJson(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  return extractFile(visit, await exportTables(visit.house, accountId, { files: true }), { account: accountId });
}

/** What is larger is not made while someone waits: a broken connection would mean all of it again. */
const mostRowsAtOnce = 5_000;

async function isLarge(house: House, accountId: string): Promise<boolean> {
  const counts = await countTables(house, accountId);
  return Object.values(counts).reduce((sum, count) => sum + count, 0) > mostRowsAtOnce;
}

/** The extract to keep: to read, for spreadsheets and for computers, in one file of any size. */
export async function exportZip(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { house } = visit;
  if (await isLarge(house, accountId)) return redirect(`${href('ownExports')}?stor=ja`);
  return extractFolder(visit, { account: accountId }, (files) => exportTables(house, accountId, { files }));
}

/**
 * An extract as a folder, to read, for spreadsheets and for computers, written as it is read; `whose` says for whom it is. `read` gives its
 * tables, with the content of their files or without.
 */
export async function extractFolder(
  { house, locale }: Pick<Visit, 'house' | 'locale'>,
  whose: Record<string, string>,
  read: (files: boolean) => Promise<ExportedTable[]>,
): Promise<Response> {
  const madeAt = house.clock.now();
  const head = { format: 'kursiv-export', version: 1, madeAt: madeAt.toISOString(), ...whose };
  const withFiles = await read(true);
  const told = { register: house.register, locale };
  const zip = extractZip(await read(false), () => piecesOf(head, withFiles, told), told, madeAt);
  return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="mina-uppgifter.zip"',
    },
  });
}

/** An extract as JSON; `whose` says for whom it is. */
export function extractFile(visit: Pick<Visit, 'house' | 'locale'>, tables: ExportedTable[], whose: Record<string, string>): Response {
  const head = { format: 'kursiv-export', version: 1, madeAt: visit.house.clock.now().toISOString(), ...whose };
  const text = Readable.toWeb(
    Readable.from(piecesOf(head, tables, { register: visit.house.register, locale: visit.locale })),
  ) as ReadableStream<string>;
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="mina-uppgifter.json"',
    },
  });
}

/** An extract as the text of a JSON file, table after table. */
export async function* piecesOf(head: object, tables: ExportedTable[], { register, locale }: ToldIn): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"tables":[`;
  for (const [index, { part, rows }] of tables.entries()) {
    const { title, why, basis, howLong, whoSees, responsible, source } = explain(part.entry, locale);
    const recipients = recipientsOf(register, part.table, part.entry, locale);
    const about = { title, why, basis, howLong, whoSees, recipients, responsible, source };
    yield `${index ? ',' : ''}{"table":"${part.table}","about":${JSON.stringify(about)},"rows":[`;
    let first = true;
    for await (const row of rows) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
      first = false;
    }
    yield ']}';
  }
  yield ']}\n';
}
