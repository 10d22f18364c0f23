import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Attempt } from './attempt.ts';
import {
  closeAttempt,
  listAttemptQuestions,
  listReplies,
  updateMarks,
  type FinalTest,
  type MarkedReply,
  type Student,
} from './assessment.queries.ts';
import { mark, markingRules } from './mark.ts';
import { isMarkedByHand } from './question.ts';
import { settleResult } from './settle-result.ts';

type Handed = Pick<Attempt, 'submittedAt' | 'points' | 'maxPoints' | 'passed'>;

/**
 * Marks by rule what is saved and closes the attempt. Where an answer waits for a person, the result does too; else it is the
 * student's at once. The attempt's row is held by the caller.
 */
export async function handIn(tx: Tx, clock: Clock, student: Student, test: FinalTest, attempt: Attempt): Promise<Handed> {
  const { customerId } = student;
  const place = { customerId, attemptId: attempt.id };
  const submittedAt = earliest(clock.now(), attempt.deadlineAt);
  const { marks, waits } = await markReplies(tx, place);
  await updateMarks(tx, place, marks);
  await closeAttempt(tx, place, { submittedAt, markingRules });
  if (waits) return { submittedAt, points: null, maxPoints: null, passed: null };
  const { enrolmentId, passPercent } = test;
  const result = await settleResult(tx, { ...place, enrolmentId, passPercent, submittedAt, at: submittedAt });
  return { submittedAt, ...result };
}

async function markReplies(tx: Tx, place: { customerId: string; attemptId: string }): Promise<{ marks: MarkedReply[]; waits: boolean }> {
  const questions = new Map((await listAttemptQuestions(tx, place.customerId, place.attemptId)).map((question) => [question.id, question]));
  const marks: MarkedReply[] = [];
  let waits = false;
  for (const { questionId, reply } of await listReplies(tx, place.customerId, place.attemptId)) {
    const question = questions.get(questionId);
    if (question && isMarkedByHand(question)) waits = true;
    else if (question) {
      const { correct, points } = mark(question, reply);
      marks.push({ questionId, correct, points });
    }
  }
  return { marks, waits };
}

const earliest = (now: Date, deadlineAt: Date | null): Date => (deadlineAt && deadlineAt < now ? deadlineAt : now);
