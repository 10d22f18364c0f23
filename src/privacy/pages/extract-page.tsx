import type { PersonalTable } from '../../../data-map/index.ts';
import type { Register } from '../../platform/register.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { codeInWords } from '../code-in-words.ts';
import { columnWords } from '../column-words.ts';
import { toldOf } from '../recipients.ts';
import { words } from '../words.ts';

type Locale = 'sv' | 'en';
type Row = Record<string, unknown>;
export type ExtractTable = { table: string; entry: PersonalTable; rows: Row[]; more: boolean };

type Extract = { locale: Locale; register: Register; tables: ExtractTable[]; shownRows: number };

export function ExtractPage({ at, ...extract }: Extract & { at: Date }) {
  const { locale } = extract;
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.exportTitle} lead={text.exportLead(formatDate(at, locale))}>
        <ButtonLink href={href('exportJson')} kind="quiet" download>
          {text.json}
        </ButtonLink>
      </PageHeading>
      <p>{text.loadedBy}</p>
      <ExtractTables {...extract} />
      <ExtractRights locale={locale} />
    </>
  );
}

/** Every category explained, then the data itself. */
export function ExtractTables({ tables, ...shown }: Extract) {
  return (
    <>
      {tables.map((table) => (
        <ExtractSection key={table.table} table={table} {...shown} />
      ))}
    </>
  );
}

/** What goes with the answer besides the data (Art. 15(1)(e), (f) and (h)). */
export function ExtractRights({ locale }: { locale: Locale }) {
  const text = words[locale];
  return (
    <section>
      <h2>{text.rights}</h2>
      <p>{text.rightsText}</p>
      <p>
        {text.automated} {text.complain}
      </p>
    </section>
  );
}

function ExtractSection({ table, locale, register, shownRows }: Omit<Extract, 'tables'> & { table: ExtractTable }) {
  const text = words[locale];
  const title = table.entry.title[locale];
  const columns = Object.keys(table.rows[0] ?? {});
  return (
    <section>
      <h2>{title}</h2>
      <DefinitionList items={toldOf(register, table.table, table.entry, locale)} />
      {columns.length <= narrow ? (
        <RowsAsTable table={table.table} title={title} columns={columns} rows={table.rows} locale={locale} />
      ) : (
        <RowsAsLists table={table.table} columns={columns} rows={table.rows} locale={locale} />
      )}
      {table.more && <p>{text.exportMore(formatNumber(shownRows, locale))}</p>}
    </section>
  );
}

/** So many columns still read well as a table. */
const narrow = 5;

type Rows = { table: string; columns: string[]; rows: Row[]; locale: Locale };

function RowsAsTable({ table, title, columns, rows, locale }: Rows & { title: string }) {
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns.map((column) => ({ title: nameOf(column, locale), cell: (row: Row) => valueOf(table, row, column, locale) }))}
      rows={rows}
      empty={words[locale].nothing}
    />
  );
}

/** A wide row reads better as a list of its own, without what is empty. */
function RowsAsLists({ table, columns, rows, locale }: Rows) {
  const filled = (row: Row) => columns.filter((column) => row[column] !== null && row[column] !== '');
  return (
    <ol class="records">
      {rows.map((row, index) => (
        <li key={index}>
          <DefinitionList
            items={filled(row).map((column) => ({ term: nameOf(column, locale), description: valueOf(table, row, column, locale) }))}
          />
        </li>
      ))}
    </ol>
  );
}

const nameOf = (column: string, locale: Locale) => columnWords[column]?.[locale] ?? column;

const valueOf = (table: string, row: Row, column: string, locale: Locale): string =>
  codeInWords(table, column, row[column], locale) ?? inWords(row[column], locale);

/** A stored value as a person reads it. */
function inWords(value: unknown, locale: Locale): string {
  const text = words[locale];
  if (value === null || value === undefined || value === '') return text.empty;
  if (value === true) return text.yes;
  if (value === false) return text.no;
  if (value === 'you') return text.you;
  if (value === 'someone else') return text.someoneElse;
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? formatDateTime(new Date(value), locale) : value;
  if (Array.isArray(value)) return value.map((part) => inWords(part, locale)).join(', ');
  return typeof value === 'object'
    ? Object.values(value)
        .map((part) => inWords(part, locale))
        .join(', ')
    : JSON.stringify(value);
}
