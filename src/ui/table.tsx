import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
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
            <th key={column.title} scope="col" role="columnheader" class={column.numeric ? 'numeric' : undefined}>
              {column.title}
            </th>
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

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr role="row">
      {columns.map(({ title, cell, numeric }, index) =>
        index === 0 ? (
          <th key={title} scope="row" role="rowheader">
            {cell(row)}
          </th>
        ) : (
          <td key={title} role="cell" data-title={title} class={numeric ? 'numeric' : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
