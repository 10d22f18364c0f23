import { compact, type RenderBlocks } from './compact.ts';
import { element } from './escape-html.ts';
import { listOf, textOf, type LooseNode } from './loose-node.ts';

/** A wide table scrolls by itself, also with the keyboard. */
export function renderTable(table: LooseNode, blocks: RenderBlocks): string {
  const rows = listOf(table.content);
  const hasHead = rows.length > 0 && isHeaderRow(rows[0]!);
  const head = hasHead ? element('thead', {}, renderRow(rows[0]!, blocks, 'col')) : '';
  const body = element(
    'tbody',
    {},
    rows
      .slice(hasHead ? 1 : 0)
      .map((row) => renderRow(row, blocks, 'row'))
      .join(''),
  );
  return element('div', { class: 'table-scroll', tabindex: '0' }, element('table', {}, head + body));
}

const isHeaderRow = (row: LooseNode) => listOf(row.content).length > 0 && listOf(row.content).every(({ type }) => type === 'tableHeader');

function renderRow(row: LooseNode, blocks: RenderBlocks, scope: 'col' | 'row'): string {
  return element(
    'tr',
    {},
    listOf(row.content)
      .map((cell) => renderCell(cell, blocks, scope))
      .join(''),
  );
}

/** A header that says nothing is no header: the empty corner is a plain cell. */
function renderCell(cell: LooseNode, blocks: RenderBlocks, scope: 'col' | 'row'): string {
  const heads = cell.type === 'tableHeader' && textOf(cell) !== '';
  const numeric = cell.attrs?.['align'] === 'right' ? 'numeric' : undefined;
  return element(heads ? 'th' : 'td', { ...(heads ? { scope } : {}), class: numeric }, compact(cell, blocks));
}
