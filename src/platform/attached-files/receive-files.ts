import { randomUUID } from 'node:crypto';
import type { Files } from '../files.ts';
import { readParts, type Part } from '../multipart.ts';
import { tidy, UnreadableBody, type FormValues } from '../read-body.ts';
import { newContentKey, writeSealed } from '../sealed-file.ts';
import { headBytes, safeName, typeByContent } from './file-type.ts';

export const mostFiles = 5;
export const mostBytesOfFile = 10 * 1024 * 1024;
const mostBytesOfForm = (mostFiles + 1) * mostBytesOfFile;
const mostBytesOfField = 128 * 1024;

export type StoredFile = { id: string; name: string; type: string; bytes: number; contentKey: Buffer };
/** What is wrong with a file, named as its sender named it. */
export type Refusal = { why: 'too large' | 'empty' | 'unknown type'; name: string } | { why: 'too many' };
/** `passedOver` says that files came which were not welcome. */
export type Received = { typed: FormValues; files: StoredFile[]; refused: Refusal[]; passedOver: boolean };

/** Where a form's files are kept: the folder is an id. `isWelcome` is asked before the first is, with what was typed above it. */
export type Keeping = { files: Files; folder: string; isWelcome?: (typed: FormValues) => boolean };

/**
 * Reads a form and stores its files as they come, each sealed and under a new id. A file that is refused is passed over,
 * so that what was typed is known all the same. If the form breaks off, nothing is left behind.
 */
export async function receiveFiles(request: Request, keeping: Keeping): Promise<Received> {
  const received: Received = { typed: { one: {}, all: {} }, files: [], refused: [], passedOver: false };
  let isWelcome: boolean | undefined;
  try {
    for await (const part of readParts(request, mostBytesOfForm)) {
      if (part.fileName === undefined) keepField(received.typed, part.name, await textOf(part));
      else if (part.fileName !== '') {
        isWelcome ??= keeping.isWelcome?.(received.typed) ?? true;
        if (isWelcome) await keepFile(received, keeping, { name: part.fileName, content: part.content });
        else received.passedOver = true;
      }
    }
    return received;
  } catch (error) {
    await discard(keeping, received.files);
    throw error;
  }
}

export async function discard({ files, folder }: Keeping, stored: readonly { id: string }[]): Promise<void> {
  for (const { id } of stored) await files.remove(`${folder}/${id}`);
}

type Kept = Pick<Received, 'files' | 'refused'>;

/** Takes one more file, or says why not. What it is follows from its bytes, whatever its name says. */
export async function keepFile(kept: Kept, keeping: Keeping, given: { name: string; content: AsyncIterable<Uint8Array> }): Promise<void> {
  const { files, refused } = kept;
  const name = [...tidy(given.name)].slice(0, 120).join('');
  if (files.length === mostFiles) {
    if (!refused.some(({ why }) => why === 'too many')) refused.push({ why: 'too many' });
    return;
  }
  const pieces = given.content[Symbol.asyncIterator]();
  const head = await beginning(pieces);
  if (head.length === 0) return void refused.push({ why: 'empty', name });
  const type = await typeByContent(head);
  if (!type) return void refused.push({ why: 'unknown type', name });
  const file = { id: randomUUID(), name: safeName(tidy(given.name), type), type, bytes: 0, contentKey: newContentKey() };
  try {
    await writeSealed(keeping.files, `${keeping.folder}/${file.id}`, file.contentKey, counted(head, pieces, file));
    files.push(file);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    refused.push({ why: 'too large', name });
  }
}

class TooLarge extends Error {}

async function* counted(head: Uint8Array, rest: AsyncIterator<Uint8Array>, file: StoredFile): AsyncGenerator<Uint8Array> {
  for (let piece: Uint8Array | undefined = head; piece; piece = (await rest.next()).value as Uint8Array | undefined) {
    file.bytes += piece.byteLength;
    if (file.bytes > mostBytesOfFile) throw new TooLarge();
    yield piece;
  }
}

async function beginning(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for (let size = 0; size < headBytes;) {
    const { value, done } = await pieces.next();
    if (done) break;
    read.push(value);
    size += value.byteLength;
  }
  return Buffer.concat(read);
}

async function textOf({ content }: Part): Promise<string> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size > mostBytesOfField) throw new UnreadableBody(413);
    read.push(piece);
  }
  try {
    return tidy(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(read)));
  } catch {
    throw new UnreadableBody(400);
  }
}

function keepField(typed: FormValues, name: string, value: string): void {
  typed.one[name] = value;
  (typed.all[name] ??= []).push(value);
}
