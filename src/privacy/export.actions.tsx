import { Readable } from 'node:stream';
import { actorOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { explain } from './explain.ts';
import { exportTables } from './export.ts';
import { ExtractPage, type ExtractTable } from './pages/extract-page.tsx';
import { words } from './words.ts';

/** How much of one table the page shows; the file always has all of it. */
const shownRows = 200;

/** The extract to read (Art. 15): every category explained, then the data itself. */
export async function exportPage(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const tables: ExtractTable[] = [];
  for (const { part, rows } of await exportTables(visit.house, accountId)) {
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
  const now = visit.house.clock.now();
  return page(
    visit,
    { title: words[visit.locale].exportTitle, width: 'wide' },
    <ExtractPage locale={visit.locale} at={now} tables={tables} shownRows={shownRows} />,
  );
}

/** The same as a file for computers (Art. 20), written as it is read: any size fits. */
export async function exportJson(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const tables = await exportTables(visit.house, accountId, { files: true });
  async function* pieces() {
    yield `{"format":"kursiv-export","version":1,"madeAt":"${visit.house.clock.now().toISOString()}","account":"${accountId}","tables":[`;
    for (const [index, { part, rows }] of tables.entries()) {
      const { title, why, basis, howLong, whoSees, source } = explain(part.entry, visit.locale);
      yield `${index ? ',' : ''}{"table":"${part.table}","about":${JSON.stringify({ title, why, basis, howLong, whoSees, source })},"rows":[`;
      let first = true;
      for await (const row of rows) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
        first = false;
      }
      yield ']}';
    }
    yield ']}\n';
  }
  const text = Readable.toWeb(Readable.from(pieces())) as ReadableStream<string>;
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="mina-uppgifter.json"',
    },
  });
}
