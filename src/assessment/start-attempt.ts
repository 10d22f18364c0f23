import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { deadlineOf, isOver, standingOf, type Standing } from './attempt.ts';
import { findFinalTest, insertAttempt, listAttempts, type Student } from './assessment.queries.ts';
import { handIn } from './hand-in.ts';

/** Begins an attempt, or finds the one under way: the enrolment's row lets one start in at a time. */
export async function startAttempt(
  tx: Tx,
  clock: Clock,
  student: Student,
  courseSlug: string,
): Promise<{ number: number } | { refused: Exclude<Standing, 'open' | 'may-start'> } | undefined> {
  const test = await findFinalTest(tx, student, courseSlug, { lock: true });
  if (!test) return undefined;
  const { customerId } = student;
  const attempts = await listAttempts(tx, customerId, test.enrolmentId);
  const open = attempts.find((attempt) => attempt.submittedAt === null);
  if (open && !isOver(open, clock.now())) return { number: open.number };
  if (open) Object.assign(open, await handIn(tx, clock, student, test, open));
  const standing = standingOf(attempts, test.maxAttempts);
  if (standing === 'passed' || standing === 'exhausted') return { refused: standing };
  if (!test.accessible) return undefined;
  const number = attempts.length + 1;
  const startedAt = clock.now();
  await insertAttempt(tx, {
    customerId, enrolmentId: test.enrolmentId, number, startedAt, deadlineAt: deadlineOf(startedAt, test.timeLimitMinutes),
  });
  return { number };
}
