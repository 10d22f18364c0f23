/** A node as it may come out of a database or an editor: nothing is certain but that it is JSON. */
export type LooseNode = {
  type?: unknown;
  text?: unknown;
  attrs?: Record<string, unknown>;
  content?: unknown;
  marks?: unknown;
};

/** Nested deeper than any page a person would write. */
export const maxDepth = 32;

/** The nodes of a list; whatever is no node is left out. */
export function listOf(value: unknown): LooseNode[] {
  return Array.isArray(value)
    ? value.filter((part): part is LooseNode => typeof part === 'object' && part !== null && !Array.isArray(part))
    : [];
}

/** All the words in a node, whatever kind of node it is. */
export function textOf(node: LooseNode, depth = 0): string {
  if (typeof node.text === 'string') return node.text;
  if (depth > maxDepth) return '';
  return listOf(node.content)
    .map((child) => textOf(child, depth + 1))
    .join(' ')
    .trim();
}
