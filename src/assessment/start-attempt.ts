import { randomUUID } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { drawQuestions } from './arrange.ts';
import { deadlineOf, standingOf, type Standing } from './attempt.ts';
import { holdFinalTest, insertAttempt, readBank, type Student } from './assessment.queries.ts';
import { openTest } from './open-attempt.ts';

export type Started = { number: number } | { refused: Exclude<Standing, 'open' | 'may-start'> };

/**
 * Begins an attempt, or finds the one under way: the enrolment's row lets one start in at a time. Which questions it holds is
 * drawn now, once.
 */
export async function startAttempt(tx: Tx, clock: Clock, student: Student, courseSlug: string): Promise<Started | undefined> {
  const test = await holdFinalTest(tx, student, courseSlug);
  const attempts = (await openTest(tx, clock, student, courseSlug))?.attempts;
  if (!test || !attempts) return undefined;
  const standing = standingOf(attempts, test, clock.now());
  const open = attempts.find((attempt) => attempt.submittedAt === null);
  if (open) return { number: open.number };
  if (standing !== 'may-start') return { refused: standing === 'open' ? 'exhausted' : standing };
  if (!test.accessible) return undefined;
  const startedAt = clock.now();
  const seed = randomUUID();
  const { questions, pools } = await readBank(tx, student.customerId, test.versionId);
  const number = attempts.length + 1;
  await insertAttempt(tx, {
    customerId: student.customerId,
    enrolmentId: test.enrolmentId,
    number,
    startedAt,
    deadlineAt: deadlineOf(startedAt, test),
    seed,
    questionIds: drawQuestions(questions, pools, seed, test.shuffleQuestions),
  });
  return { number };
}
