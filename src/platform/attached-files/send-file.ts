import type { Files } from '../files.ts';
import { openSealed } from '../sealed-file.ts';
import { NotFound } from '../visit.ts';

type SealedFile = { key: string; contentKey: Buffer; name: string; type: string; bytes: number };

/** Answers with a file that someone has sent: always saved, never shown as a page of ours. */
export async function sendFile(request: Request, files: Files, file: SealedFile | undefined): Promise<Response> {
  const content = file && (await openSealed(files, file.key, file.contentKey));
  if (!content) throw new NotFound();
  return new Response(request.method === 'HEAD' ? null : content, {
    headers: {
      'content-type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
      'content-length': String(file.bytes),
      'content-disposition': saveAs(file.name),
      'cache-control': 'private, no-store',
    },
  });
}

/** RFC 6266 with RFC 8187: a plain name for old programs, the real one for all others; nothing of it can end the header. */
export function saveAs(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._ -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
