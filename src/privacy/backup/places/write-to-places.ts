import { createHash } from 'node:crypto';
import type { Place, Writing } from './place.ts';

export type Failed = { place: string; problem: string };
export type Written = { places: Place[]; failed: Failed[]; bytes: number; sha256: string };

type Open = { place: Place; writing: Writing };

const problemOf = (error: unknown): string => {
  const { code, message, name } = error as { code?: string; message?: string; name?: string };
  return name === 'PlaceFault' && message ? message : (code ?? 'failed');
};

/**
 * Writes the same bytes to every place. A file has its name only when it is whole and what `before` writes lies beside it; a place
 * that fails is told and does not take the others with it.
 */
export async function writeToPlaces(
  places: Place[],
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  before: (place: Place, sha256: string) => Promise<void> = () => Promise.resolve(),
): Promise<Written> {
  const failed: Failed[] = [];
  const inEach = async <Item extends { place: Place }>(items: Item[], work: (item: Item) => Promise<void>): Promise<Item[]> => {
    const stood: Item[] = [];
    for (const item of items) {
      try {
        await work(item);
        stood.push(item);
      } catch (error) {
        failed.push({ place: item.place.name, problem: problemOf(error) });
      }
    }
    if (stood.length === 0)
      throw new Error(`The backup could not be written anywhere (${failed.map(({ problem }) => problem).join(', ')}).`);
    return stood;
  };
  const opened: Open[] = [];
  try {
    await inEach(
      places.map((place) => ({ place })),
      async ({ place }) => void opened.push({ place, writing: await place.begin(name) }),
    );
    let open = [...opened];
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      open = await inEach(open, ({ writing }) => writing.write(chunk));
    }
    const sha256 = hash.digest('hex');
    open = await inEach(open, async ({ place, writing }) => {
      await before(place, sha256);
      await writing.finish();
    });
    return { places: open.map(({ place }) => place), failed, bytes: size, sha256 };
  } catch (error) {
    for (const { writing } of opened) await writing.abandon();
    throw error;
  }
}
