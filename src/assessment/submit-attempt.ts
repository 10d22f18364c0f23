import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { deleteReplies, listReplies, listAttemptQuestions, upsertReplies, type Student } from './assessment.queries.ts';
import { handIn } from './hand-in.ts';
import { openAttempt } from './open-attempt.ts';
import type { Question, Reply } from './question.ts';
import { readReply, type Problem } from './read-reply.ts';

export type Submission = {
  /** What the form held for each question it showed. */
  typed: Record<string, string[]>;
  /** Only saves, and leaves the attempt open. */
  onlySave: boolean;
  /** Hands in although questions are unanswered. */
  confirmed: boolean;
};
export type Submitted =
  | { state: 'handed-in' }
  | { state: 'saved' }
  | { state: 'unanswered' }
  | { state: 'problems'; problems: { questionId: string; problem: Problem }[] };

/** The name of a question's field in the test's one form. */
export const fieldOf = (questionId: string): string => `q-${questionId}`;

/** Saves what the form holds and, when nothing stands in the way, hands it in. Twice is once. */
export async function submitAttempt(
  tx: Tx,
  clock: Clock,
  student: Student,
  at: { courseSlug: string; number: number },
  { typed, onlySave, confirmed }: Submission,
): Promise<Submitted | undefined> {
  const opened = await openAttempt(tx, clock, student, at.courseSlug, at.number);
  if (!opened) return undefined;
  const { test, attempt } = opened;
  if (attempt.submittedAt !== null) return { state: 'handed-in' };
  const questions = await listAttemptQuestions(tx, student.customerId, attempt.id);
  const problems = await saveAll(tx, clock, { customerId: student.customerId, attemptId: attempt.id }, questions, typed);
  const timeIsOut = attempt.deadlineAt !== null && clock.now() >= attempt.deadlineAt;
  if (problems.length > 0 && !timeIsOut) return { state: 'problems', problems };
  if (onlySave && !timeIsOut) return { state: 'saved' };
  const answered = await listReplies(tx, student.customerId, attempt.id);
  if (answered.length < questions.length && !confirmed && !timeIsOut) return { state: 'unanswered' };
  await handIn(tx, clock, student, test, attempt);
  return { state: 'handed-in' };
}

async function saveAll(
  tx: Tx,
  clock: Clock,
  place: { customerId: string; attemptId: string },
  questions: Question[],
  typed: Record<string, string[]>,
): Promise<{ questionId: string; problem: Problem }[]> {
  const replies: { questionId: string; reply: Reply }[] = [];
  const blanks: string[] = [];
  const problems: { questionId: string; problem: Problem }[] = [];
  for (const question of questions) {
    const values = typed[fieldOf(question.id)];
    // A file comes by a way of its own.
    if (!values || question.kind === 'file') continue;
    const read = readReply(question, values);
    if ('reply' in read) replies.push({ questionId: question.id, reply: read.reply });
    else if ('blank' in read) blanks.push(question.id);
    else problems.push({ questionId: question.id, problem: read.problem });
  }
  await upsertReplies(tx, place, replies, clock.now());
  await deleteReplies(tx, place, blanks);
  return problems;
}
