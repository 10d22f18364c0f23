import { readForm, UnreadableBody, type FormValues } from './read-body.ts';
import { z } from 'zod';

/** A form's texts, and its files by the name of their field. A field where nothing was chosen is not there. */
export type Upload = { typed: FormValues; files: { name: string; content: Uint8Array }[] };

/** Reads a form that may carry files, at most so many bytes in all; a form without files is read as any other. */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) return { typed: (await readForm(request, z.unknown())).typed, files: [] };
  const form = await new Response(await bytesOf(request, maxBytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new UnreadableBody(400);
  });
  const typed: FormValues = { one: {}, all: {} };
  const files: Upload['files'] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      const clean = value.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();
      typed.one[name] = clean;
      (typed.all[name] ??= []).push(clean);
    } else if (value.size > 0 || value.name !== '') files.push({ name, content: new Uint8Array(await value.arrayBuffer()) });
  }
  return { typed, files };
}

async function bytesOf(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new UnreadableBody(413);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
