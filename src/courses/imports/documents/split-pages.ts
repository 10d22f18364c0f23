import type { Document } from '../../document.ts';
import { readDocument } from '../../read-document.ts';
import type { LooseNode } from '../../loose-node.ts';
import { FileRefused, mostPages, titleFrom, type BroughtPages } from './brought-page.ts';

/** Blocks of a whole file, in which a first-level heading begins a page. */
export type FileBlock = { heading: string } | { block: LooseNode };

/** A page a first-level heading; what stands before the first one is a page of its own, named by the file. */
export function splitPages(blocks: readonly FileBlock[], fileTitle: string): BroughtPages {
  const parts: { title: string; content: LooseNode[] }[] = [{ title: fileTitle, content: [] }];
  for (const part of blocks) {
    if ('heading' in part) parts.push({ title: titleFrom(part.heading), content: [] });
    else parts.at(-1)!.content.push(part.block);
  }
  const read = parts.map(({ title, content }) => ({ title: title || fileTitle, document: documentOf(content) }));
  const pages = read.filter(({ document }) => document.content.length > 0);
  const empty = read.slice(1).flatMap(({ title, document }) => (document.content.length === 0 ? [title] : []));
  if (pages.length === 0) throw new FileRefused('nothing');
  if (pages.length > mostPages) throw new FileRefused('too-many');
  return { pages, empty, losses: parts.length === 1 ? ['no-headings'] : [] };
}

/** Rules between nothing are no page. */
function documentOf(content: LooseNode[]): Document {
  const document = readDocument({ type: 'doc', version: 2, content });
  return document.content.some(({ type }) => type !== 'horizontalRule') ? document : { ...document, content: [] };
}
