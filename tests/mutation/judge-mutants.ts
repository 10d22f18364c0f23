import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { doesNotLoad, type Verdict } from './verdict.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

export type Judged = Mutant & { path: string; killedBy: string | undefined };

/** For what is unchanged, which also reads all the code for the first time. */
const longestWholeMs = 60_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let number = 0;

/** Holds each mutant of a file against the checks; one that never comes to an end is killed by its time. */
export async function judgeMutants(
  path: string,
  checks: string,
  take: (mutant: Mutant, index: number) => boolean = () => true,
): Promise<Judged[]> {
  const target = here(`../../${path}`);
  const mutants = mutantsOf(path, readFileSync(target, 'utf8')).filter(take);
  const judged: Judged[] = [];
  let worker = startWorker();
  try {
    // Unchanged, everything must pass: otherwise nothing is proven.
    const began = performance.now();
    const whole = await ask(worker, { number: ++number, target, mutant: undefined, checks: here(checks) }, longestWholeMs);
    if (whole.killedBy) throw new Error(`Without any change ${whole.killedBy} fails.`);
    // On a slow machine nothing is killed by its time that only waited for its turn.
    const longestMs = Math.max(3_000, 5 * (performance.now() - began));
    for (const mutant of mutants) {
      try {
        const { killedBy } = await ask(worker, { number: ++number, target, mutant, checks: here(checks) }, longestMs);
        // What cannot even be loaded proves nothing of the checks.
        if (killedBy !== doesNotLoad) judged.push({ ...mutant, path, killedBy });
      } catch {
        await worker.terminate();
        worker = startWorker();
        judged.push({ ...mutant, path, killedBy: 'time' });
      }
    }
  } finally {
    await worker.terminate();
  }
  return judged;
}

const startWorker = () => new Worker(here('./mutate.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'] }).on('message', () => {});

function ask(worker: Worker, task: object, longestMs: number): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', take);
      worker.off('error', fail);
      settle();
    };
    const take = (verdict: Verdict) => end(() => resolve(verdict));
    const fail = (error: Error) => end(() => reject(error));
    const timer = setTimeout(() => fail(new Error('too long')), longestMs);
    worker.on('message', take);
    worker.on('error', fail);
    worker.postMessage(task);
  });
}
