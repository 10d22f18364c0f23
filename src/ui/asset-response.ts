import { assetAt } from './assets.ts';

/** A static file, in the smallest form the browser takes; undefined when there is none. */
export async function assetResponse(request: Request): Promise<Response | undefined> {
  const asset = await assetAt(new URL(request.url).pathname);
  if (!asset) return undefined;
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = asset.packed && (['br', 'gzip'] as const).find((coding) => accepted.includes(coding));
  const body = (encoding && (await asset.packed?.(encoding))) ?? asset.body;
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  });
}
