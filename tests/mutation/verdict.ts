import type { Mutant } from './mutants.ts';

export type Task = { number: number; target: string; mutant: Mutant | undefined; checks: string };
export type Verdict = { number: number; killedBy: string | undefined };
export const doesNotLoad = 'it does not load';
export type Checks = Record<string, () => void | Promise<void>>;
