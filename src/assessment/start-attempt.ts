import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { deadlineOf, standingOf, type Standing } from './attempt.ts';
import { holdFinalTest, insertAttempt, type Student } from './assessment.queries.ts';
import { openTest } from './open-attempt.ts';

export type Started = { number: number } | { refused: Extract<Standing, 'passed' | 'exhausted'> };

/** Begins an attempt, or finds the one under way: the enrolment's row lets one start in at a time. */
export async function startAttempt(tx: Tx, clock: Clock, student: Student, courseSlug: string): Promise<Started | undefined> {
  const test = await holdFinalTest(tx, student, courseSlug);
  const attempts = (await openTest(tx, clock, student, courseSlug))?.attempts;
  if (!test || !attempts) return undefined;
  const standing = standingOf(attempts, test.maxAttempts);
  if (standing === 'passed' || standing === 'exhausted') return { refused: standing };
  const open = attempts.find((attempt) => attempt.submittedAt === null);
  if (open) return { number: open.number };
  if (!test.accessible) return undefined;
  const number = attempts.length + 1;
  const startedAt = clock.now();
  const deadlineAt = deadlineOf(startedAt, test.timeLimitMinutes);
  await insertAttempt(tx, { customerId: student.customerId, enrolmentId: test.enrolmentId, number, startedAt, deadlineAt });
  return { number };
}
