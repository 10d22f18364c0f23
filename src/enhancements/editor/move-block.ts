import type { Editor } from '@tiptap/core';

/** The top block that the cursor is in. */
export function blockAt(editor: Editor): { index: number; from: number; to: number } {
  const { $from } = editor.state.selection;
  const index = $from.index(0);
  const from = $from.posAtIndex(index, 0);
  return { index, from, to: from + (editor.state.doc.maybeChild(index)?.nodeSize ?? 0) };
}

/** Lets the block change places with its neighbour; the cursor goes with it. */
export function moveBlock(editor: Editor, by: 1 | -1): boolean {
  const { index, from, to } = blockAt(editor);
  const { doc, selection, tr } = editor.state;
  const [block, neighbour] = [doc.maybeChild(index), doc.maybeChild(index + by)];
  if (!block || !neighbour) return false;
  const start = by === 1 ? from : from - neighbour.nodeSize;
  tr.replaceWith(start, by === 1 ? to + neighbour.nodeSize : to, by === 1 ? [neighbour, block] : [block, neighbour]);
  const moved = by === 1 ? neighbour.nodeSize : -neighbour.nodeSize;
  const SelectionAt = selection.constructor as unknown as { fromJSON(doc: typeof tr.doc, json: unknown): typeof selection };
  const said = selection.toJSON() as { anchor: number; head?: number };
  tr.setSelection(
    SelectionAt.fromJSON(tr.doc, { ...said, anchor: said.anchor + moved, ...(said.head === undefined ? {} : { head: said.head + moved }) }),
  );
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

export function removeBlock(editor: Editor): boolean {
  const { from, to } = blockAt(editor);
  return editor.chain().focus().deleteRange({ from, to }).run();
}

const holdsBlocks = new Set(['doc', 'callout', 'details', 'film', 'sound', 'blockquote']);

/** Where a new block goes: in the place of an empty paragraph, else after the block of the cursor, which stays whole. */
export function placeForBlock(editor: Editor): number | { from: number; to: number } {
  const { $from, to } = editor.state.selection;
  for (let { depth } = $from; depth > 0; depth--) {
    if (!holdsBlocks.has($from.node(depth - 1).type.name)) continue;
    const block = $from.node(depth);
    const isEmpty = block.type.name === 'paragraph' && block.content.size === 0;
    return isEmpty ? { from: $from.before(depth), to: $from.after(depth) } : $from.after(depth);
  }
  return to;
}
