import { Transformer } from '@napi-rs/image';
import type { House } from '../../platform/house.ts';

export const mostRegions = 8;
export type Size = { width: number; height: number };

/** How large an image of the course is; undefined when it cannot be read as one. */
export async function imageSize({ files }: Pick<House, 'files'>, customerId: string, fileId: string): Promise<Size | undefined> {
  const found = await files.read(`${customerId}/${fileId}`);
  if (!found) return undefined;
  const content = Buffer.from(await new Response(found.stream).arrayBuffer());
  return new Transformer(content)
    .metadata()
    .then(({ width, height }) => ({ width, height }))
    .catch(() => undefined);
}
