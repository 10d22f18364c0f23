import { mark, readReply, type Question, type Reply } from '../assessment/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { findPageQuestion, insertAnswer, type AskedQuestion, type Student } from './learning.queries.ts';

export type Answered = AskedQuestion &
  (
    | { state: 'saved'; reply: Reply; at: Date }
    | { state: 'problem'; problem: 'blank' | Extract<ReturnType<typeof readReply>, { problem: unknown }>['problem'] }
  );

export type Try = { courseSlug: string; questionId: string; clientId: string; values: string[] };

/** Keeps one try at a page's question. As many as one likes; the same try sent twice is one. */
export async function answerQuestion(tx: Tx, clock: Clock, student: Student, sent: Try): Promise<Answered | undefined> {
  const asked = await findPageQuestion(tx, student, sent.courseSlug, sent.questionId);
  if (!asked) return undefined;
  const read = readReply(asked.question, sent.values);
  if (!('reply' in read)) return { ...asked, state: 'problem', problem: 'problem' in read ? read.problem : 'blank' };
  const at = clock.now();
  await insertAnswer(tx, student, {
    enrolmentId: asked.enrolmentId,
    questionId: asked.question.id,
    clientId: sent.clientId,
    reply: read.reply,
    correct: isRight(asked.question, read.reply),
    at,
  });
  return { ...asked, state: 'saved', reply: read.reply, at };
}

const isRight = (question: Question, reply: Reply): boolean => mark(question, reply).correct;
