import { listOf, type LooseNode } from './loose-node.ts';
import { renderInline } from './render-inline.ts';

export type RenderBlocks = (content: unknown) => string;

/** A first paragraph needs no element of its own inside a list item or a table cell. */
export function compact(node: LooseNode, blocks: RenderBlocks): string {
  const [first, ...rest] = listOf(node.content);
  if (first?.type !== 'paragraph') return blocks(node.content);
  return renderInline(listOf(first.content)) + blocks(rest);
}
