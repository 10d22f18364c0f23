/** How much is measured: the committed form, or a small one that shows in a minute that the bench works. */
const small = process.env['BENCH_SIZE'] === 'small';

export const sizes = {
  /** Learners in the house, one size after the other; 1,000,000 may be added. */
  learners: (process.env['BENCH_LEARNERS'] ?? (small ? '500,2000' : '10000,100000')).split(',').map(Number),
  heavyRows: small ? 3_000 : 50_000,
  heavyFiles: small ? 20 : 200,
  fileBytes: 100_000,
  erasures: small ? 6 : 30,
  rounds: small ? 1 : 3,
  readingMs: small ? 1_000 : 5_000,
  dueRows: small ? 2_000 : 20_000,
  pages: small ? 40 : 300,
};
export type Sizes = typeof sizes;
