import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { isOver, type Attempt } from './attempt.ts';
import { findAttempt, findFinalTest, holdFinalTest, listAttempts, type FinalTest, type Student } from './assessment.queries.ts';
import { handIn } from './hand-in.ts';

export type OpenedAttempt = { test: FinalTest; attempt: Attempt };

/** An attempt of the student's own, held until the transaction ends. One whose time is out is handed in on the way. */
export async function openAttempt(
  tx: Tx,
  clock: Clock,
  student: Student,
  courseSlug: string,
  number: number,
): Promise<OpenedAttempt | undefined> {
  const test = await holdFinalTest(tx, student, courseSlug);
  const attempt = test && (await findAttempt(tx, student.customerId, test.enrolmentId, number));
  if (!test || !attempt) return undefined;
  if (attempt.submittedAt !== null || !isOver(attempt, clock.now())) return { test, attempt };
  return { test, attempt: { ...attempt, ...(await handIn(tx, clock, student, test, attempt)) } };
}

/** The test with all attempts, none of them past its time. */
export async function openTest(
  tx: Tx,
  clock: Clock,
  student: Student,
  courseSlug: string,
): Promise<{ test: FinalTest; attempts: Attempt[] } | undefined> {
  const test = await findFinalTest(tx, student, courseSlug);
  if (!test) return undefined;
  const attempts = await listAttempts(tx, student.customerId, test.enrolmentId);
  const late = attempts.find((attempt) => attempt.submittedAt === null && isOver(attempt, clock.now()));
  if (!late) return { test, attempts };
  await openAttempt(tx, clock, student, courseSlug, late.number);
  return { test, attempts: await listAttempts(tx, student.customerId, test.enrolmentId) };
}
