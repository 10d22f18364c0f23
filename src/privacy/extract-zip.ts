import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { isPersonal, purposes, type Personal, type PersonalTable } from '../../data-map/index.ts';
import { codeInWords } from './code-in-words.ts';
import { columnWords } from './column-words.ts';
import type { ExportedTable } from './export.ts';
import { toldOf, type ToldIn } from './recipients.ts';
import { words } from './words.ts';

type Locale = 'sv' | 'en';
/** How many entries have been written, of how many. */
type Told = (done: number, total: number) => Promise<unknown>;

/**
 * An extract as one ZIP: a page to read, the whole as JSON, and a CSV file for each table (Art. 15). What the person has given
 * themselves stands apart, in its own folder, as what they may take elsewhere (Art. 20). Each entry is read only when the one
 * before has been written, so that any size fits in the same memory. `json` gives the file for computers.
 */
export function extractZip(
  tables: readonly ExportedTable[],
  json: () => AsyncIterable<string>,
  explained: ToldIn,
  madeAt: Date,
  told: Told = () => Promise.resolve(),
): Readable {
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  const options = { mtime: madeAt, compress: true };
  let [done, total] = [0, 0];
  const add = (path: string, content: () => AsyncIterable<string>): void => {
    total += 1;
    zip.addReadStreamLazy(path, options, (give) => {
      const passed = new PassThrough();
      pipeline(content, inPieces, passed)
        .then(() => told(++done, total))
        .catch((error: Error) => out.destroy(error));
      give(null, passed);
    });
  };
  add('index.html', () => pageOf(tables, explained));
  add('artikel-15/uppgifter.json', json);
  for (const { part, rows } of tables) {
    add(`artikel-15/${part.table}.csv`, () => csvOf(rows, columnsOf(part.entry, false)));
    const given = isPortable(part.entry) ? columnsOf(part.entry, true) : [];
    if (given.length > 0) add(`artikel-20/${part.table}.csv`, () => csvOf(rows, given));
  }
  zip.end();
  zip.on('error', (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  return out;
}

const pieceLength = 64 * 1024;

/** A row is short: one at a time through checksum and compression, the calls cost more than the work. */
async function* inPieces(source: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let gathered = '';
  for await (const part of source) {
    gathered += part;
    if (gathered.length < pieceLength) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  if (gathered) yield Buffer.from(gathered);
}

/** Art. 20(1): what rests on consent or a contract. */
const isPortable = ({ purposes: held }: PersonalTable): boolean =>
  held.some((purpose) => purposes[purpose].basis === 'consent' || purposes[purpose].basis === 'contract');

/** What the person has provided is what they gave and what came about as they used the service, not what was worked out of it. */
const isProvided = ({ provided = 'observed' }: Personal): boolean => provided === 'by-person' || provided === 'observed';

function columnsOf(entry: PersonalTable, onlyGiven: boolean): string[] {
  return Object.entries(entry.columns)
    .filter(([, column]) => isPersonal(column) && typeof column.export !== 'object' && (!onlyGiven || isProvided(column)))
    .map(([name]) => name);
}

async function* csvOf(rows: ExportedTable['rows'], columns: string[]): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const row of rows) yield csvLine(columns.map((column) => row[column]));
}

async function* pageOf(tables: readonly ExportedTable[], { register, locale }: ToldIn): AsyncGenerator<string> {
  const text = words[locale];
  const title = text.exportTitle;
  yield `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`;
  for (const { part, rows } of tables) {
    yield `<h2>${html(part.entry.title[locale])}</h2>`;
    for (const { term, description } of toldOf(register, part.table, part.entry, locale)) yield `<p>${term}: ${html(description)}</p>`;
    yield '<ol>';
    for await (const row of rows) {
      const lines = Object.entries(row).filter(([, value]) => value !== null && value !== '');
      yield `<li>${lines.map(([column, value]) => `${html(nameOf(column, locale))}: ${html(codeInWords(part.table, column, value, locale) ?? textOf(value))}`).join('<br>')}</li>`;
    }
    yield '</ol>';
  }
  yield `<h2>${text.rights}</h2><p>${text.rightsText}</p><p>${text.automated} ${text.complain}</p></html>`;
}

const nameOf = (column: string, locale: Locale): string => columnWords[column]?.[locale] ?? column;

/** RFC 4180, with what a spreadsheet would take for a formula made plain text. */
const csvLine = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`;

function csvCell(value: unknown): string {
  const text = textOf(value).replace(/^(?=[=+@\t]|-\D)/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
