/** A small deterministic generator (mulberry32): the same world at every seeding. */
export type Dice = { share(): number; below(limit: number): number; pick<Value>(from: readonly Value[]): Value };

export function diceFrom(seed: number): Dice {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return { share, below, pick: (from) => from[below(from.length)]! };
}
