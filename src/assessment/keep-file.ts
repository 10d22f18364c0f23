import { randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { newContentKey, writeSealed } from '../platform/sealed-file.ts';
import { scopeOf, type Visit } from '../platform/visit.ts';
import { listAttemptQuestions, upsertReplies, type Student } from './assessment.queries.ts';
import { writeHandedFile } from './handed-file.queries.ts';
import { openAttempt } from './open-attempt.ts';
import { fileTypes, type FileType, type QuestionOf } from './question.ts';
import type { Problem } from './read-reply.ts';

export type Kept =
  | { state: 'kept'; type: FileType; bytes: number; at: Date }
  | { state: 'closed' }
  | { state: 'problem'; problem: Problem };
type Sent = { student: Student; courseSlug: string; number: number; questionId: string; content: Uint8Array };

/** More than the largest file that an author may ask for, with room for the form around it. */
export const largestForm = 21 * 1024 * 1024;

/**
 * Keeps a file as the answer to a question. The content is written first, sealed, under an id of its own: a crash in between
 * leaves a file without a row, which the daily sweep removes. What it is follows from its content, not from its name.
 */
export async function keepFile(visit: Visit, sent: Sent): Promise<Kept | undefined> {
  const { house } = visit;
  const judged = await judge(visit, sent);
  if (judged === undefined) return undefined;
  if ('state' in judged) return judged;
  const { customerId } = sent.student;
  const file = { id: randomUUID(), questionId: sent.questionId, contentKey: newContentKey(), bytes: sent.content.byteLength, ...judged };
  await writeSealed(house.attachments, `${customerId}/${file.id}`, file.contentKey, inOnePiece(sent.content));
  const at = house.clock.now();
  const written = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const opened = await openAttempt(tx, house.clock, sent.student, sent.courseSlug, sent.number);
    if (!opened || opened.attempt.submittedAt !== null) return undefined;
    const place = { customerId, attemptId: opened.attempt.id };
    const before = await writeHandedFile(tx, place, file, at);
    await upsertReplies(tx, place, [{ questionId: file.questionId, reply: { file: file.id } }], at);
    return { before };
  });
  const gone = written ? written.before : file.id;
  if (gone) await house.attachments.remove(`${customerId}/${gone}`);
  return written ? { state: 'kept', type: file.type, bytes: file.bytes, at } : { state: 'closed' };
}

type Judged = { type: FileType } | Exclude<Kept, { state: 'kept' }>;

/** Whether the attempt is open and asks for such a file; undefined when there is no such question. */
function judge(visit: Visit, sent: Sent): Promise<Judged | undefined> {
  const { house } = visit;
  return house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const opened = await openAttempt(tx, house.clock, sent.student, sent.courseSlug, sent.number);
    if (!opened) return undefined;
    if (opened.attempt.submittedAt !== null) return { state: 'closed' };
    const questions = await listAttemptQuestions(tx, sent.student.customerId, opened.attempt.id);
    const question = questions.find(({ id }) => id === sent.questionId);
    return question?.kind === 'file' ? judgeFile(question, sent.content) : undefined;
  });
}

async function* inOnePiece(content: Uint8Array) {
  yield content;
}

async function judgeFile({ body }: QuestionOf<'file'>, content: Uint8Array): Promise<Judged> {
  if (content.byteLength === 0) return { state: 'problem', problem: 'empty-file' };
  if (content.byteLength > body.megabytes * 1024 * 1024) return { state: 'problem', problem: 'too-large' };
  const sniffed = await fileTypeFromBuffer(content);
  const type = body.types.find((allowed) => fileTypes[allowed] === sniffed?.mime);
  return type ? { type } : { state: 'problem', problem: 'not-this-type' };
}
