/** The reference record of GDPRbench (Shastri et al., PVLDB 13(7), 2020) and its deterministic generator. */
export const attributes = ['purposes', 'seconds', 'objections', 'decisions', 'access', 'shared', 'source', 'category'] as const;
export type Attribute = (typeof attributes)[number];

export type BenchRecord = {
  key: string;
  person: string;
  purposes: string[];
  /** How long it may be kept, from when it was made. */
  seconds: number;
  objections: string[];
  /** dec0 allows automated decisions, dec1 does not (our choice). */
  decisions: string[];
  access: string[];
  shared: string[];
  source: string;
  category: string;
  data: string;
};

export const lifetimes = [30, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 22_000, 24_000, 1_000_000];
export const people = 10_000;

export function recordNumber(k: number): BenchRecord {
  return {
    key: `key${k}`,
    person: `user${k % people}`,
    purposes: [`purpose${k % 25}`],
    seconds: lifetimes[k % 10]!,
    objections: [`obj${k % 100}`],
    decisions: [`dec${k % 2}`],
    access: [`acl${k % 10}`],
    shared: [`shr${k % 10}`],
    source: `src${k % 10}`,
    category: `cat${k % 10}`,
    data: dataOf(`key${k}`),
  };
}

/** 100 bytes that follow from the text alone. */
export const dataOf = (text: string): string => `${text}-`.repeat(100).slice(0, 100);

/** A generator of numbers in 0…1 that says the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ranks 0…n−1 drawn by Zipf's law with YCSB's constant (Gray et al., 1994). */
export function zipfOver(n: number, random: () => number, constant = 0.99): () => number {
  let zeta = 0;
  for (let rank = 1; rank <= n; rank++) zeta += 1 / rank ** constant;
  const two = 1 + 0.5 ** constant;
  const alpha = 1 / (1 - constant);
  const eta = (1 - (2 / n) ** (1 - constant)) / (1 - two / zeta);
  return () => {
    const drawn = random();
    if (drawn * zeta < 1) return 0;
    if (drawn * zeta < two) return 1;
    return Math.min(n - 1, Math.floor(n * (eta * drawn - eta + 1) ** alpha));
  };
}
