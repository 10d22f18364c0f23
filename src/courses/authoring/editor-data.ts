import type { Tx } from '../../platform/database.ts';
import { href } from '../../routes.ts';
import { editorHref } from '../../ui/assets.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Document } from '../document.ts';
import { listOf, type LooseNode } from '../loose-node.ts';
import { mediaFile } from '../media/media-of.ts';
import { listMedia, type MediaRow } from '../media/media.queries.ts';
import type { DraftQuestion } from './draft.queries.ts';
import { editorWords } from './editor-words.ts';
import type { Draft } from './with-draft.ts';

/** What the block editor is opened with: its own address, and what it needs as data. */
export type EditorOpening = { href: string; data: string };

export const readEditorFiles = async (tx: Tx, draft: Draft): Promise<MediaRow[]> => (await listMedia(tx, draft)).files;

/** Undefined when it cannot be made: then the page is written in Markdown, as without scripts. */
export async function editorOpening(
  locale: Locale,
  at: { customer: string; course: string },
  { document, files, questions }: { document: Document; files: readonly MediaRow[]; questions: readonly DraftQuestion[] },
): Promise<EditorOpening | undefined> {
  const address = await editorHref().catch(() => undefined);
  if (!address) return undefined;
  const data = {
    document: filled(document),
    words: editorWords[locale],
    files: files.filter(({ state }) => state === 'ready').map((file) => fileForEditor(at.customer, file)),
    questions: questions.map(({ lineageId, prompt }) => ({ id: lineageId, text: prompt })),
    media: href('addMedia', at),
  };
  return { href: address, data: JSON.stringify(data) };
}

const begins = new Set<unknown>(['listItem', 'tableCell', 'tableHeader']);
const paragraph: LooseNode = { type: 'paragraph' };

/** An editor needs a paragraph to put the cursor in where a document may be without: an empty page or cell, an item of another kind. */
function filled(node: LooseNode): LooseNode {
  const content = listOf(node.content).map(filled);
  if (node.type === 'doc' && content.length === 0) return { ...node, content: [paragraph] };
  if (begins.has(node.type) && content[0]?.type !== 'paragraph') return { ...node, content: [paragraph, ...content] };
  return content.length > 0 ? { ...node, content } : node;
}

/** A file as the editor shows it. */
export function fileForEditor(customer: string, file: MediaRow) {
  const { href: whole, widths, poster } = mediaFile(customer, file);
  const picture = file.kind === 'image' ? (widths[0]?.href ?? whole) : poster;
  return { id: file.id, kind: file.kind, name: file.name, ...(picture ? { picture } : {}) };
}
