import type { Tx } from '../../platform/database.ts';
import { href } from '../../routes.ts';
import type { Document } from '../document.ts';
import { isFileId } from '../directive.ts';
import { listOf, maxDepth, type LooseNode } from '../loose-node.ts';
import type { Media, MediaFile } from '../render-media.ts';
import { findCustomerSlug } from './customer-slug.queries.ts';
import { mediaByIds, type CoursePlace, type MediaRow } from './media.queries.ts';

/** The files that a document names, each once. */
export function filesIn(document: Document): string[] {
  return [...new Set(filesOf(document.content, 0))];
}

function filesOf(content: unknown, depth: number): string[] {
  if (depth > maxDepth) return [];
  return listOf(content).flatMap((node: LooseNode) => [
    ...(isFileId(node.attrs?.['file']) ? [node.attrs['file']] : []),
    ...filesOf(node.content, depth + 1),
  ]);
}

/** What a page needs to draw its files: those of its own course that are ready. */
export async function mediaFor(tx: Tx, place: CoursePlace, documents: readonly Document[]): Promise<Media> {
  const ids = [...new Set(documents.flatMap(filesIn))];
  if (ids.length === 0) return new Map();
  const slug = await findCustomerSlug(tx, place.customerId);
  const rows = await mediaByIds(tx, place, ids);
  return new Map(rows.map((row) => [row.id, mediaFile(slug, row)]));
}

export function mediaFile(customer: string, row: MediaRow): MediaFile {
  const at = (file: string) => href('courseFile', { customer, file });
  const poster = row.parts.find(({ kind }) => kind === 'poster');
  const stream = row.parts.find(({ kind }) => kind === 'stream');
  return {
    href: at(row.id),
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    widths: row.parts.flatMap(({ kind, id, width }) => (kind === 'width' && width ? [{ width, href: at(id) }] : [])),
    poster: poster && at(poster.id),
    stream: stream && at(stream.id),
    captions: row.parts.flatMap(({ kind, id, language }) => (kind === 'captions' && language ? [{ language, href: at(id) }] : [])),
  };
}
