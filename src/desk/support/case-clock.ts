import { addWorkingMinutes, workingDay, workingMinutes } from './working-time.ts';

/** What we aim at, in working time: a first answer within a day, a solution within five. */
export const targets = { firstAnswer: workingDay, solution: 5 * workingDay };

export type CaseClock = {
  first_answer_due_at: Date | null;
  first_answered_at: Date | null;
  solve_due_at: Date | null;
  solve_minutes_left: number | null;
  target_at: Date | null;
};

/** Of a row that holds more, the clock alone. */
export const clockOf = ({ first_answer_due_at, first_answered_at, solve_due_at, solve_minutes_left, target_at }: CaseClock): CaseClock => ({
  first_answer_due_at,
  first_answered_at,
  solve_due_at,
  solve_minutes_left,
  target_at,
});

/** The officer's desk has the law's thirty days instead (N-42). */
export function startClock(kind: string, at: Date): CaseClock {
  if (kind === 'dpo') {
    return { first_answer_due_at: null, first_answered_at: null, solve_due_at: null, solve_minutes_left: null, target_at: null };
  }
  return withTarget({
    first_answer_due_at: addWorkingMinutes(at, targets.firstAnswer),
    first_answered_at: null,
    solve_due_at: addWorkingMinutes(at, targets.solution),
    solve_minutes_left: null,
  });
}

/** The clock stands still while we wait for the person. */
export function pauseClock(clock: CaseClock, at: Date): CaseClock {
  const { first_answer_due_at, first_answered_at, solve_due_at, solve_minutes_left } = clock;
  return withTarget({
    first_answer_due_at,
    first_answered_at: first_answered_at ?? at,
    solve_due_at: null,
    solve_minutes_left: solve_due_at ? workingMinutes(at, solve_due_at) : solve_minutes_left,
  });
}

/** And goes on when they write; with all of its time when the case had been solved. */
export function resumeClock(clock: CaseClock, at: Date): CaseClock {
  if (!clock.first_answer_due_at || clock.solve_due_at) return clock;
  const left = Math.max(0, clock.solve_minutes_left ?? targets.solution);
  return withTarget({ ...clock, solve_due_at: addWorkingMinutes(at, left), solve_minutes_left: null });
}

/** Solved, also without an answer. */
export function stopClock(clock: CaseClock): CaseClock {
  return { ...clock, solve_due_at: null, solve_minutes_left: null, target_at: null };
}

function withTarget(clock: Omit<CaseClock, 'target_at'>): CaseClock {
  const { first_answer_due_at, first_answered_at, solve_due_at } = clock;
  const isNearer =
    first_answered_at === null && first_answer_due_at !== null && solve_due_at !== null && first_answer_due_at < solve_due_at;
  return { ...clock, target_at: isNearer ? first_answer_due_at : solve_due_at };
}
