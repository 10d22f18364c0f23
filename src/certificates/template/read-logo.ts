import { ResizeFit, Transformer } from '@napi-rs/image';

export const mostLogoBytes = 2 * 1024 * 1024;
const formats = new Set(['png', 'jpeg', 'webp']);
const most = { pixels: 16_000_000, width: 900, height: 360 };

/** The logo as a PNG of our own making: no larger than it is printed, and without whatever else the file held. */
export async function readLogo(content: Uint8Array): Promise<Buffer | undefined> {
  if (content.byteLength > mostLogoBytes) return undefined;
  try {
    const image = new Transformer(Buffer.from(content));
    const { width, height, format } = await image.metadata();
    if (!formats.has(format.toLowerCase()) || width * height > most.pixels) return undefined;
    if (width > most.width || height > most.height) image.resize({ width: most.width, height: most.height, fit: ResizeFit.Inside });
    return await image.png();
  } catch {
    return undefined;
  }
}
