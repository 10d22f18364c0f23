const small = process.env['BENCH_SIZE'] === 'small';

const sizesOf = (setting: string, usual: string): number[] => (process.env[setting] ?? usual).split(',').filter(Boolean).map(Number);

/** How much is measured: the committed form, or a small one that shows in a minute that the bench works. */
export const sizes = {
  /** Learners in the house, one size after the other; 1,000,000 may be added. */
  learners: sizesOf('BENCH_LEARNERS', small ? '500,2000' : '10000,100000'),
  heavyRows: small ? 3_000 : 50_000,
  heavyFiles: small ? 20 : 200,
  fileBytes: 100_000,
  erasures: small ? 6 : 30,
  rounds: small ? 1 : 3,
  readingMs: small ? 1_000 : 5_000,
  dueRows: small ? 2_000 : 20_000,
  /** So much due at once, one size after the other. A million people take a quarter of an hour: `BENCH_PEOPLE=1000,10000,1000000`. */
  due: sizesOf('BENCH_DUE', small ? '1000,10000' : '10000,100000,1000000'),
  people: sizesOf('BENCH_PEOPLE', small ? '200,1000' : '1000,10000'),
  pages: small ? 40 : 300,
};
export type Sizes = typeof sizes;
