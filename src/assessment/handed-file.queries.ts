import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type Place = { customerId: string; attemptId: string };
export type HandedFile = { id: string; questionId: string; contentKey: Buffer; type: string; bytes: number };

/** The file that answers the question now. Whose content it takes the place of comes back, to be removed. */
export async function writeHandedFile(tx: Tx, place: Place, file: HandedFile, at: Date): Promise<string | undefined> {
  const before = (await listHandedFiles(tx, place)).find(({ questionId }) => questionId === file.questionId);
  const described = { id: file.id, content_key: file.contentKey, type: file.type, bytes: file.bytes, uploaded_at: at };
  await tx
    .insertInto('handed_file')
    .values({ customer_id: place.customerId, attempt_id: place.attemptId, question_id: file.questionId, ...described })
    .onConflict((on) => on.columns(['customer_id', 'attempt_id', 'question_id']).doUpdateSet(described))
    .execute();
  return before?.id;
}

export async function listHandedFiles(tx: Tx, { customerId, attemptId }: Place): Promise<HandedFile[]> {
  const { rows } = await sql<HandedFile>`
    select id, question_id as "questionId", content_key as "contentKey", type, bytes from handed_file
    where customer_id = ${customerId} and attempt_id = ${attemptId}`.execute(tx);
  return rows;
}
