import { fileTypeFromBuffer } from 'file-type';
import { scopeOf, type Visit } from '../platform/visit.ts';
import { listAttemptQuestions, upsertReplies, type Student } from './assessment.queries.ts';
import { describeHandedFile, holdHandedFile } from './handed-file.queries.ts';
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
 * Keeps a file as the answer to a question. Its row comes first and its content after, under the row's id: a crash in between
 * leaves a row without a file, never a file that no erasure finds. What it is follows from its content, not from its name.
 */
export async function keepFile(visit: Visit, sent: Sent): Promise<Kept | undefined> {
  const { house } = visit;
  const { student, courseSlug, number, questionId, content } = sent;
  const open = () =>
    house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
      const opened = await openAttempt(tx, house.clock, student, courseSlug, number);
      if (!opened) return undefined;
      if (opened.attempt.submittedAt !== null) return 'closed' as const;
      const question = (await listAttemptQuestions(tx, student.customerId, opened.attempt.id)).find(({ id }) => id === questionId);
      if (question?.kind !== 'file') return undefined;
      const judged = await judgeFile(question, content);
      if ('problem' in judged) return judged;
      const place = { customerId: student.customerId, attemptId: opened.attempt.id };
      return { ...judged, id: await holdHandedFile(tx, place, questionId), place };
    });
  const held = await open();
  if (held === undefined) return undefined;
  if (held === 'closed') return { state: 'closed' };
  if ('problem' in held) return { state: 'problem', problem: held.problem };
  await house.files.write(`${student.customerId}/${held.id}`, content);
  const at = house.clock.now();
  const kept = { type: held.type, bytes: content.byteLength, at };
  const counted = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const opened = await openAttempt(tx, house.clock, student, courseSlug, number);
    if (!opened || opened.attempt.submittedAt !== null) return false;
    await describeHandedFile(tx, student.customerId, { id: held.id, ...kept });
    await upsertReplies(tx, held.place, [{ questionId, reply: { file: held.id } }], at);
    return true;
  });
  return counted ? { state: 'kept', ...kept } : { state: 'closed' };
}

async function judgeFile({ body }: QuestionOf<'file'>, content: Uint8Array): Promise<{ type: FileType } | { problem: Problem }> {
  if (content.byteLength === 0) return { problem: 'empty-file' };
  if (content.byteLength > body.megabytes * 1024 * 1024) return { problem: 'too-large' };
  const sniffed = await fileTypeFromBuffer(content);
  const type = body.types.find((allowed) => fileTypes[allowed] === sniffed?.mime);
  return type ? { type } : { problem: 'not-this-type' };
}
