import type { PersonalTable } from '../../../data-map/index.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { columnWords } from '../column-words.ts';
import { explain } from '../explain.ts';
import { words } from '../words.ts';

type Locale = 'sv' | 'en';
type Row = Record<string, unknown>;
export type ExtractTable = { table: string; entry: PersonalTable; rows: Row[]; more: boolean };

export function ExtractPage({ locale, at, tables, shownRows }: { locale: Locale; at: Date; tables: ExtractTable[]; shownRows: number }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.exportTitle} lead={text.exportLead(formatDate(at, locale))}>
        <ButtonLink href={href('exportJson')} kind="quiet" download>
          {text.json}
        </ButtonLink>
      </PageHeading>
      <p>{text.loadedBy}</p>
      {tables.map((table) => (
        <ExtractSection key={table.table} table={table} locale={locale} shownRows={shownRows} />
      ))}
    </>
  );
}

function ExtractSection({ table, locale, shownRows }: { table: ExtractTable; locale: Locale; shownRows: number }) {
  const text = words[locale];
  const told = explain(table.entry, locale);
  const columns = Object.keys(table.rows[0] ?? {});
  return (
    <section>
      <h2>{told.title}</h2>
      <DefinitionList
        items={[
          { term: text.why, description: told.why },
          { term: text.basis, description: told.basis },
          { term: text.howLong, description: told.howLong },
          { term: text.whoSees, description: told.whoSees },
        ]}
      />
      <Table
        caption={told.title}
        captionHidden
        columns={columns.map((column) => ({ title: columnWords[column]?.[locale] ?? column, cell: (row: Row) => inWords(row[column], locale) }))}
        rows={table.rows}
        empty={text.nothing}
      />
      {table.more && <p>{text.exportMore(formatNumber(shownRows, locale))}</p>}
    </section>
  );
}

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
  return typeof value === 'object' ? Object.values(value).map((part) => inWords(part, locale)).join(', ') : String(value);
}
