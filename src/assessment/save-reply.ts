import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { deleteReplies, listReplies, listAttemptQuestions, upsertReplies, type Student } from './assessment.queries.ts';
import { openAttempt } from './open-attempt.ts';
import type { Reply } from './question.ts';
import { readReply, type Problem } from './read-reply.ts';

export type SentReply = {
  questionId: string;
  values: string[];
  /** How long it waited in the browser for the network. */
  waitedMs: number;
  /** When the reply was last saved, as far as the browser knew. */
  knownSavedAt: string | null;
};

export type Saved =
  | { state: 'saved'; savedAt: Date; answered: number; questions: number; standing?: Reply }
  | { state: 'closed' }
  | { state: 'problem'; problem: Problem };

/** Saves one reply of an attempt under way. */
export async function saveReply(
  tx: Tx,
  clock: Clock,
  student: Student,
  at: { courseSlug: string; number: number },
  sent: SentReply,
): Promise<Saved | undefined> {
  const opened = await openAttempt(tx, clock, student, at.courseSlug, at.number);
  if (!opened) return undefined;
  if (opened.attempt.submittedAt !== null) return { state: 'closed' };
  const questions = await listAttemptQuestions(tx, student.customerId, opened.attempt.id);
  const question = questions.find(({ id }) => id === sent.questionId);
  if (!question) return undefined;
  const read = readReply(question, sent.values);
  if ('problem' in read) return { state: 'problem', problem: read.problem };
  const now = clock.now();
  const place = { customerId: student.customerId, attemptId: opened.attempt.id };
  const saved = await listReplies(tx, place.customerId, place.attemptId);
  const before = saved.find(({ questionId }) => questionId === question.id);
  const counted = { state: 'saved', questions: questions.length } as const;
  if (before && isStale(sent, before.savedAt, now))
    return { ...counted, answered: saved.length, savedAt: before.savedAt, standing: before.reply };
  if ('blank' in read) await deleteReplies(tx, place, [question.id]);
  else await upsertReplies(tx, place, [{ questionId: question.id, reply: read.reply }], now);
  return { ...counted, answered: saved.length - (before ? 1 : 0) + ('blank' in read ? 0 : 1), savedAt: now };
}

/** Written offline on one device while the person went on with another: the later word stands. */
function isStale(sent: SentReply, savedAt: Date, now: Date): boolean {
  const knewOfIt = sent.knownSavedAt !== null && Date.parse(sent.knownSavedAt) === savedAt.getTime();
  return !knewOfIt && sent.waitedMs > 5_000 && savedAt.getTime() > now.getTime() - sent.waitedMs;
}
