import type { ComponentChildren } from 'preact';
import { ColumnHeading, useOrderOf } from './list-order.tsx';

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
  /** A date, a price or one word: it is not broken, however much the others say. */
  whole?: boolean;
  /** Which of the orders of its list the heading asks for. */
  order?: string;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What is said, and what can be done, when there is no row. */
  empty: ComponentChildren;
  captionHidden?: boolean;
};

/**
 * The first column names the row. On a phone every row becomes a small list of its own; the roles keep it a table to a
 * screen reader then too.
 */
export function Table<Row>({ caption, columns, rows, empty, captionHidden }: TableProps<Row>) {
  if (rows.length === 0) return <div class="table-empty">{typeof empty === 'string' ? <p>{empty}</p> : empty}</div>;
  return (
    <table role="table">
      <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Heading key={column.title} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <TableRow key={index} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Heading<Row>({ column: { title, numeric, order } }: { column: Column<Row> }) {
  const ordered = useOrderOf(order);
  return (
    <th scope="col" role="columnheader" class={numeric ? 'numeric' : undefined} aria-sort={ordered?.direction}>
      <ColumnHeading title={title} ordered={ordered} />
    </th>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr role="row">
      {columns.map(({ title, cell, numeric, whole }, index) =>
        index === 0 ? (
          <th key={title} scope="row" role="rowheader">
            {cell(row)}
          </th>
        ) : (
          <td key={title} role="cell" data-title={title} class={classOf({ numeric, whole })}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

const classOf = (told: { numeric: boolean | undefined; whole: boolean | undefined }): string | undefined =>
  [told.numeric && 'numeric', told.whole && 'whole'].filter(Boolean).join(' ') || undefined;
