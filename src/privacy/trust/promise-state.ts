import { promises, type Promised } from '../../../promises/index.ts';
import type { Proof } from './prove.ts';

/** A promise with its live proofs. A proof that does not hold breaks it, whatever the promise says of itself. */
export type ShownPromise = { promise: Promised; state: 'broken' | Promised['state']; proofs: Proof[] };

export function promisesWith(proofs: readonly Proof[], all: readonly Promised[] = promises): ShownPromise[] {
  return all.map((promise) => {
    const own = proofs.filter(({ probe }) => probe.promises.includes(promise.id));
    const broken = promise.state !== 'not-yet' && own.some(({ state }) => state === 'broken');
    return { promise, state: broken ? 'broken' : promise.state, proofs: own };
  });
}
