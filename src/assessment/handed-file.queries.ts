import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type Place = { customerId: string; attemptId: string };
export type HandedFile = { id: string; questionId: string; type: string; bytes: number };

/** The row of a file that is on its way; the same row however often the file is changed, so that nothing is left behind. */
export async function holdHandedFile(tx: Tx, { customerId, attemptId }: Place, questionId: string): Promise<string> {
  const { id } = await tx
    .insertInto('handed_file')
    .values({ customer_id: customerId, attempt_id: attemptId, question_id: questionId })
    .onConflict((on) =>
      on.columns(['customer_id', 'attempt_id', 'question_id']).doUpdateSet((eb) => ({ question_id: eb.ref('excluded.question_id') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function describeHandedFile(
  tx: Tx,
  customerId: string,
  { id, type, bytes, at }: { id: string; type: string; bytes: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('handed_file')
    .set({ type, bytes, uploaded_at: at })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

/** The files of an attempt that came all the way. */
export async function listHandedFiles(tx: Tx, { customerId, attemptId }: Place): Promise<HandedFile[]> {
  const { rows } = await sql<HandedFile>`select id, question_id as "questionId", type, bytes from handed_file
    where customer_id = ${customerId} and attempt_id = ${attemptId} and uploaded_at is not null`.execute(tx);
  return rows;
}
