import type { Files } from './files.ts';

type Sending = { key: string; type: string; bytes: number; etag: string; public: boolean; downloadAs?: string };

/** Answers with a file, whole (200), a byte range (206) or an unsatisfiable one (416), RFC 9110 §14. */
export async function sendFile(files: Pick<Files, 'read'>, request: Request, file: Sending): Promise<Response | undefined> {
  const etag = `"${file.etag}"`;
  const headers = new Headers({
    'content-type': file.type,
    'accept-ranges': 'bytes',
    etag,
    'cache-control': file.public ? 'public, max-age=3600' : 'private, no-cache',
    'content-disposition': file.downloadAs ? `attachment; filename*=UTF-8''${encodeURIComponent(file.downloadAs)}` : 'inline',
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const range = wantedRange(request, file.bytes, etag);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const content = await files.read(file.key, range);
  if (!content) return undefined;
  if (!range) {
    headers.set('content-length', String(file.bytes));
    return new Response(content.stream, { headers });
  }
  headers.set('content-range', `bytes ${range.from}-${range.to}/${file.bytes}`);
  headers.set('content-length', String(range.to - range.from + 1));
  return new Response(content.stream, { status: 206, headers });
}

/** One range is honoured; several, or a broken header, count as none (RFC 9110 allows both). */
export function wantedRange(request: Request, bytes: number, etag: string): { from: number; to: number } | 'unsatisfiable' | undefined {
  const header = request.headers.get('range');
  const condition = request.headers.get('if-range');
  const match = header && /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (condition && condition !== etag)) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first === '') return Number(last) === 0 ? 'unsatisfiable' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (from >= bytes || to < from) return 'unsatisfiable';
  return { from, to };
}
