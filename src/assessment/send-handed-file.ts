import type { House } from '../platform/house.ts';
import { openSealed } from '../platform/sealed-file.ts';
import type { HandedFile } from './handed-file.queries.ts';
import { fileTypes, type FileType } from './question.ts';

/** Answers with a file that was handed in: always as something to save, never as a page of ours. */
export async function sendHandedFile(
  { attachments }: Pick<House, 'attachments'>,
  customerId: string,
  { id, contentKey, type, bytes }: HandedFile,
): Promise<Response | undefined> {
  const content = await openSealed(attachments, `${customerId}/${id}`, contentKey);
  if (!content) return undefined;
  return new Response(content, {
    headers: {
      'content-type': fileTypes[type as FileType] ?? 'application/octet-stream',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="svar.${type}"`,
      'cache-control': 'private, no-store',
    },
  });
}
