import { isFileId } from '../directive.ts';

export type Rename = (what: 'file' | 'question', id: string) => string;

/** The same document with other ids for the files and questions it names. */
export function renameIds<Part>(part: Part, rename: Rename): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => renameIds(one, rename)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    if (key === 'attrs' && typeof value === 'object' && value !== null) return [key, renamedAttributes(value, rename)];
    return [key, key === 'content' ? renameIds(value, rename) : value];
  });
  return Object.fromEntries(entries) as Part;
}

function renamedAttributes(attributes: object, rename: Rename): object {
  const renamed = (['file', 'question'] as const).flatMap((what) => {
    const id: unknown = (attributes as Record<string, unknown>)[what];
    return isFileId(id) ? [[what, rename(what, id)]] : [];
  });
  return { ...attributes, ...Object.fromEntries(renamed) };
}

/** A question whose picture has another id. */
export function renamePicture<Body extends object>(kind: string, body: Body, rename: Rename): Body {
  const file: unknown = (body as Record<string, unknown>)['file'];
  return kind === 'hotspot' && isFileId(file) ? { ...body, file: rename('file', file) } : body;
}
