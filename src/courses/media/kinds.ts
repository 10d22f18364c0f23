import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

export type MediaKind = 'image' | 'film' | 'sound' | 'document';
export type Known = { kind: MediaKind; type: string; ending: string };

const office = 'application/vnd.openxmlformats-officedocument.';
const open_ = 'application/vnd.oasis.opendocument.';
/** All that may be uploaded, by what the file itself says it is. */
const kinds: Record<string, MediaKind> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'image/avif': 'image',
  'video/mp4': 'film',
  'video/x-m4v': 'film',
  'video/quicktime': 'film',
  'video/webm': 'film',
  'video/matroska': 'film',
  'audio/mpeg': 'sound',
  'audio/mp4': 'sound',
  'audio/x-m4a': 'sound',
  'audio/ogg': 'sound',
  'audio/wav': 'sound',
  'application/pdf': 'document',
  'application/zip': 'document',
  [`${office}wordprocessingml.document`]: 'document',
  [`${office}spreadsheetml.sheet`]: 'document',
  [`${office}presentationml.presentation`]: 'document',
  [`${open_}text`]: 'document',
  [`${open_}spreadsheet`]: 'document',
  [`${open_}presentation`]: 'document',
};

const headBytes = 256 * 1024;

/** What a file is, by its first bytes; its name is believed only of plain text. Undefined when it may not be uploaded. */
export async function sniff(path: string, name: string): Promise<Known | undefined> {
  const head = await readHead(path);
  const found = await fileTypeFromBuffer(head);
  // A browser plays the sound of an MP4 as it is, and a page must not be able to ask for another type.
  const type = found?.mime === 'audio/x-m4a' ? 'audio/mp4' : found?.mime;
  const kind = type && kinds[type];
  if (kind) return { kind, type, ending: found!.ext };
  const ending = extname(name).toLowerCase().slice(1);
  if (found || (ending !== 'txt' && ending !== 'csv') || !isText(head)) return undefined;
  return { kind: 'document', type: ending === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8', ending };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isText(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head);
  // The head may end within a character; control characters stand in no text.
  return !/[\p{Cc}\uFFFD]/u.test(text.slice(0, -1).replaceAll(/[\t\n\r]/g, ''));
}

const megabyte = 1e6;
/** The largest file of each kind. A film's is a setting of the installation. */
export const largest = (kind: MediaKind, largestFilm: number): number =>
  ({
    image: Math.min(25 * megabyte, largestFilm),
    document: Math.min(50 * megabyte, largestFilm),
    sound: Math.min(200 * megabyte, largestFilm),
    film: largestFilm,
  })[kind];
