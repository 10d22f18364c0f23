import { addDays } from '../../../platform/clock.ts';
import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Table } from '../../../ui/table.tsx';
import type { ImportRow } from '../people-import.queries.ts';
import { importWords } from '../words.ts';

type ImportsTableProps = { locale: Locale; now: Date; imports: readonly ImportRow[]; at: { customer: string; group: string } };

/** The lists that people came with, what became of each, and how it is taken back. */
export function ImportsTable({ locale, now, imports, at }: ImportsTableProps) {
  if (imports.length === 0) return null;
  const text = importWords[locale];
  return (
    <>
      <h2>{text.imports}</h2>
      <Table
        caption={text.imports}
        captionHidden
        rows={imports}
        empty=""
        columns={[
          { title: text.when, cell: (row) => formatDateTime(row.created_at, locale) },
          { title: text.joined, numeric: true, cell: ({ joined }) => formatNumber(joined, locale) },
          { title: text.waiting, numeric: true, cell: ({ waiting }) => formatNumber(waiting, locale) },
          { title: text.file, cell: ({ id }) => <a href={href('addedPeople', { ...at, invitation: id })}>{text.download}</a> },
          { title: text.undo, cell: (row) => <Undo row={row} now={now} locale={locale} at={at} /> },
        ]}
      />
    </>
  );
}

function Undo({ row, now, locale, at }: Omit<ImportsTableProps, 'imports'> & { row: ImportRow }) {
  const text = importWords[locale];
  if (row.revoked_at) return <>{text.undone}</>;
  if (row.created_at <= addDays(now, -1)) return <>{text.tooLate}</>;
  return (
    <Disclosure summary={text.undo}>
      <p>{text.undoMeans}</p>
      <Form action={href('undoAddedPeople', { ...at, invitation: row.id })}>
        <Submit text={text.undo} kind="danger" />
      </Form>
    </Disclosure>
  );
}
