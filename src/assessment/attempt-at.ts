import { NotFound, type Visit } from '../platform/visit.ts';
import { placeOf } from './final-test.actions.tsx';

/** Which attempt the address names. */
export function attemptAt(visit: Visit): { customer: string; course: string; number: number } {
  const number = visit.params['number'] ?? '';
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
  return { ...placeOf(visit), number: Number(number) };
}
