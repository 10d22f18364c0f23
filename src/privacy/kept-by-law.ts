import { dataMap, type Entry, type PersonalTable, type Retention, type Text } from '../../data-map/index.ts';
import { dayOf } from '../platform/calendar.ts';
import { personalTables } from './paths.ts';
import { addPeriod } from './retention-plan.ts';
import type { Trace } from './scan.ts';

export type KeptByLaw = { table: string; entry: PersonalTable; law: Text };

/** What erasure leaves with its person until it is due, and the law that says so (Art. 17(3)). */
export function keptByLaw(map: Record<string, Entry> = dataMap): KeptByLaw[] {
  return personalTables(map).flatMap(([table, entry]) => {
    const law = entry.edges.find(({ onErasure }) => onErasure === 'keep')?.keptBy;
    return law ? [{ table, entry, law }] : [];
  });
}

/** What is found of someone who has been erased, but for what a law keeps. */
export function beyondLaw(traces: readonly Trace[]): Trace[] {
  const kept = new Set(keptByLaw().map(({ table }) => table));
  return traces.filter(({ store, place }) => store !== 'database' || !kept.has(place));
}

/** When what happens at a time is due, by the map: where the year counts, from the end of the one that it is in Sweden (BFL 7:2). */
export function dueBy(retention: Retention, at: Date): Date {
  if (retention.rule !== 'due') throw new Error('These rows have no time of their own.');
  const from = retention.fromYearEnd ? new Date(Date.UTC(dayOf(at).year + 1, 0, 1)) : at;
  return addPeriod(from, retention.period);
}
