import { openSealed } from '../../platform/sealed-file.ts';
import { NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import type { Side } from '../side.ts';
import { findAttachment } from './attachment.queries.ts';

const fieldsOfFile = ['account.given_name', 'account.family_name', 'attachment.name', 'attachment.type'];

/** A file of the conversation, to whoever may read the conversation; always saved, never shown as a page of ours. */
export async function download(visit: Visit, side: Side): Promise<Response> {
  const file = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.find(tx);
    const found = thread && (await findAttachment(tx, thread, visit.params['attachment']!));
    if (found) await side.recordLook(tx, thread, fieldsOfFile);
    return found;
  });
  const content = file && (await openSealed(visit.house.attachments, `${file.customer_id}/${file.id}`, file.content_key));
  if (!content) throw new NotFound();
  return new Response(visit.request.method === 'HEAD' ? null : content, {
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
