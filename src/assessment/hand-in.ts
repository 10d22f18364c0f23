import { issueCertificate } from '../certificates/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { pointsToPass, type Attempt } from './attempt.ts';
import {
  closeAttempt,
  completeEnrolment,
  listReplies,
  listTestQuestions,
  updateMarks,
  type FinalTest,
  type MarkedReply,
  type Student,
} from './assessment.queries.ts';
import { mark } from './mark.ts';

type Handed = Pick<Attempt, 'submittedAt' | 'points' | 'maxPoints' | 'passed'>;

/**
 * Marks what is saved and closes the attempt. Whoever passes has completed the course and gets the
 * certificate in the same transaction. The attempt's row is held by the caller.
 */
export async function handIn(tx: Tx, clock: Clock, student: Student, test: FinalTest, attempt: Attempt): Promise<Handed> {
  const { customerId } = student;
  const place = { customerId, attemptId: attempt.id };
  const marks = await markReplies(tx, place, test.versionId);
  const points = marks.reduce((sum, marked) => sum + marked.points, 0);
  const passed = points >= pointsToPass(test.passPercent, test.maxPoints);
  const submittedAt = earliest(clock.now(), attempt.deadlineAt);
  const handed = { submittedAt, points, maxPoints: test.maxPoints, passed };
  await updateMarks(tx, place, marks);
  await closeAttempt(tx, place, handed);
  if (passed) {
    await completeEnrolment(tx, customerId, test.enrolmentId, submittedAt);
    await issueCertificate(tx, { customerId, enrolmentId: test.enrolmentId, at: submittedAt });
  }
  return handed;
}

async function markReplies(tx: Tx, place: { customerId: string; attemptId: string }, versionId: string): Promise<MarkedReply[]> {
  const questions = await listTestQuestions(tx, place.customerId, versionId);
  const replies = await listReplies(tx, place.customerId, place.attemptId);
  return replies.flatMap(({ questionId, reply }) => {
    const question = questions.find(({ id }) => id === questionId);
    if (!question) return [];
    const { correct, points } = mark(question, reply);
    return [{ questionId, correct, points }];
  });
}

const earliest = (now: Date, deadlineAt: Date | null): Date => (deadlineAt && deadlineAt < now ? deadlineAt : now);
