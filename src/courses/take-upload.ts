import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../platform/house.ts';
import { readParts } from '../platform/multipart.ts';
import { tidy, UnreadableBody } from '../platform/read-body.ts';
import { workFolder } from './media/receive-file.ts';

export type UploadedFile = { name: string; path: string; bytes: number };
/** `folder` is the upload's own, for what is unpacked beside it. */
export type Upload = { fields: Record<string, string>; files: UploadedFile[]; tooLarge: boolean; folder: string };
type Limits = { mostBytes: number; mostFiles: number };

const mostBytesOfField = 4096;

/** Writes the files of a form to a folder of their own as they come, and takes the folder away when the work is done. */
export async function withUpload<Result>(
  house: House,
  request: Request,
  limits: Limits,
  work: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) throw new UnreadableBody(415);
  const folder = join(workFolder(house), `import-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    return await work(await take(request, folder, limits));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(request: Request, folder: string, { mostBytes, mostFiles }: Limits): Promise<Upload> {
  const upload: Upload = { fields: {}, files: [], tooLarge: false, folder };
  try {
    for await (const part of readParts(request, mostBytes)) {
      if (part.fileName === undefined) upload.fields[part.name] = await textOf(part.content);
      else if (part.fileName !== '' && upload.files.length < mostFiles) {
        const file = { name: tidy(part.fileName), path: join(folder, `upload-${upload.files.length}`), bytes: 0 };
        await writeFile(file.path, counted(part.content, file));
        upload.files.push(file);
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableBody) || error.status !== 413) throw error;
    upload.tooLarge = true;
  }
  return upload;
}

async function* counted(content: AsyncIterable<Uint8Array>, file: UploadedFile): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    file.bytes += piece.byteLength;
    yield piece;
  }
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.byteLength;
    if (bytes > mostBytesOfField) throw new UnreadableBody(400);
    pieces.push(piece);
  }
  return tidy(Buffer.concat(pieces).toString('utf8'));
}
