import { ResizeFit, Transformer } from '@napi-rs/image';

export type Prepared = { width: number; height: number; content: Uint8Array };

const widths = [480, 960, 1600];
const mostPixels = 60e6;
const longestSide = 4000;

/**
 * A picture made anew: turned the way it was held, in WebP, and in the widths that screens ask for. Where and with what it
 * was taken does not come along. Undefined when it cannot be read.
 */
export async function prepareImage(original: Uint8Array): Promise<{ whole: Prepared; smaller: Prepared[] } | undefined> {
  try {
    const { width, height, orientation = 1 } = await new Transformer(original).metadata(true);
    // A small file can hold a picture that no memory holds.
    if (width * height > mostPixels) return undefined;
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    const whole = await drawn(original, size, longestSide / Math.max(width, height));
    const smaller: Prepared[] = [];
    for (const narrow of widths.filter((one) => one < whole.width)) {
      smaller.push(await drawn(whole.content, whole, narrow / whole.width));
    }
    return { whole, smaller };
  } catch {
    return undefined;
  }
}

async function drawn(source: Uint8Array, size: { width: number; height: number }, share: number): Promise<Prepared> {
  const image = new Transformer(source).rotate();
  if (share >= 1) return { width: size.width, height: size.height, content: await image.webp(82) };
  const [width, height] = [Math.max(1, Math.round(size.width * share)), Math.max(1, Math.round(size.height * share))];
  return { width, height, content: await image.resize({ width, height, fit: ResizeFit.Fill }).webp(82) };
}
