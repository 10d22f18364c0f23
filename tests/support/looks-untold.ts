import { proveAll } from '../../src/privacy/index.ts';
import type { TestHouse } from './test-house.ts';

/** How many looks the proof `looks-told` finds that were told to nobody, by the job that works it out. */
export async function looksUntold({ house, owner }: TestHouse): Promise<number> {
  await proveAll(house);
  const { rows } = await owner.query<{ figures: { untold: number } }>(
    "select figures from proof_result where proof = 'looks-told' order by day desc limit 1",
  );
  return rows[0]!.figures.untold;
}
