export type Attempt = {
  id: string;
  number: number;
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
  passed: boolean | null;
};

// What is sent in the last second is still on its way when the clock strikes.
const graceMs = 30_000;

/** Whether the time is out. From then on nothing more counts. */
export function isOver({ deadlineAt }: Pick<Attempt, 'deadlineAt'>, now: Date): boolean {
  return deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceMs;
}

export function deadlineOf(startedAt: Date, limitMinutes: number | null): Date | null {
  return limitMinutes === null ? null : new Date(startedAt.getTime() + limitMinutes * 60_000);
}

export function secondsLeft(deadlineAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((deadlineAt.getTime() - now.getTime()) / 1_000));
}

/** The fewest points that pass. */
export function pointsToPass(passPercent: number, maxPoints: number): number {
  return Math.ceil((passPercent * maxPoints) / 100);
}

export type Standing = 'open' | 'passed' | 'exhausted' | 'may-start';

/** Where someone stands with the final test. */
export function standingOf(attempts: Pick<Attempt, 'submittedAt' | 'passed'>[], maxAttempts: number): Standing {
  if (attempts.some((attempt) => attempt.passed)) return 'passed';
  if (attempts.some((attempt) => attempt.submittedAt === null)) return 'open';
  return attempts.length >= maxAttempts ? 'exhausted' : 'may-start';
}
