import type { House } from '../platform/house.ts';
import { fileTypes, type FileType } from './question.ts';

/** Answers with a file that was handed in: always as something to save, never as a page of ours. */
export async function sendHandedFile(
  { files }: Pick<House, 'files'>,
  customerId: string,
  { id, type }: { id: string; type: string },
): Promise<Response | undefined> {
  const found = await files.read(`${customerId}/${id}`);
  if (!found) return undefined;
  return new Response(found.stream, {
    headers: {
      'content-type': fileTypes[type as FileType] ?? 'application/octet-stream',
      'content-length': String(found.bytes),
      'content-disposition': `attachment; filename="svar.${type}"`,
      'cache-control': 'private, no-store',
    },
  });
}
