import { randomUUID } from 'node:crypto';
import type { KeyringHouse } from './keyring.ts';
import { readText, writeText } from './places/place.ts';
import { placesOf } from './places/places-of.ts';

export type PlaceState = { place: string; problem: string | undefined };

/** Writes, reads, lists and removes a small file in every place, so that a wrong setting is told before the night. */
export async function checkPlaces({ vault, clock }: Pick<KeyringHouse, 'vault' | 'clock'>): Promise<PlaceState[]> {
  const states: PlaceState[] = [];
  for (const place of placesOf(vault, clock)) {
    const name = `files/check-${randomUUID()}`;
    try {
      await writeText(place, name, name);
      if ((await readText(place, name)) !== name) throw new Error('what was written could not be read back');
      const listed = await Array.fromAsync(place.list('files/'));
      if (!listed.some((one) => one.name === name)) throw new Error('what was written is not in its list');
      await place.remove(name);
      states.push({ place: place.name, problem: undefined });
    } catch (error) {
      states.push({ place: place.name, problem: (error as Error).message });
    }
  }
  return states;
}
