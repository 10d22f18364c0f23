import { beyondLaw } from '../../src/privacy/kept-by-law.ts';
import type { Trace } from '../../src/privacy/scan.ts';

export { beyondLaw as withoutKept };

/** In which tables a law keeps something of someone who has been erased. */
export function keptPlaces(traces: readonly Trace[]): string[] {
  const beyond = beyondLaw(traces);
  return traces.flatMap((trace) => (beyond.includes(trace) ? [] : [trace.place])).sort();
}
