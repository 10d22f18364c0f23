import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace, DraftQuestion } from './draft.queries.ts';

const columns = [
  'id',
  'lineage_id as lineageId',
  'page_id as pageId',
  'position',
  'kind',
  'prompt',
  'points',
  'body',
  'revision',
  'pool_id as poolId',
] as const;

/** All questions of a draft, those of the final test (no page) last. */
export async function listQuestions(tx: Tx, { customerId, versionId }: DraftPlace): Promise<DraftQuestion[]> {
  const rows = await tx
    .selectFrom('question')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('page_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows as unknown as DraftQuestion[];
}

export async function findQuestion(tx: Tx, { customerId, versionId }: DraftPlace, id: string): Promise<DraftQuestion | undefined> {
  const row = await tx
    .selectFrom('question')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as DraftQuestion | undefined;
}

type Said = Pick<DraftQuestion, 'kind' | 'prompt' | 'points' | 'poolId'> & { body: unknown };

/** Last on its page, or in the final test. The same id is the same question, however often it is sent. */
export async function insertQuestion(
  tx: Tx,
  { customerId, versionId }: DraftPlace,
  question: Said & { id: string; pageId: string | null },
): Promise<void> {
  const { id, pageId, kind, prompt, points, body, poolId } = question;
  await tx
    .insertInto('question')
    .values({
      customer_id: customerId,
      id,
      version_id: versionId,
      page_id: pageId,
      position: sql<number>`(select coalesce(max(q.position), 0) + 1 from question q
        where q.customer_id = ${customerId} and q.version_id = ${versionId} and q.page_id is not distinct from ${pageId}::uuid)`,
      kind,
      prompt,
      points,
      body: JSON.stringify(body),
      pool_id: poolInVersion({ customerId, versionId }, poolId),
    })
    .onConflict((on) => on.columns(['customer_id', 'id']).doNothing())
    .execute();
}

export function updateQuestion(tx: Tx, { customerId, versionId }: DraftPlace, id: string, seen: number, said: Said) {
  return tx
    .updateTable('question')
    .set({
      prompt: said.prompt,
      points: said.points,
      body: JSON.stringify(said.body),
      pool_id: poolInVersion({ customerId, versionId }, said.poolId),
      revision: seen + 1,
    })
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .where('revision', '=', seen)
    .returning('revision')
    .executeTakeFirst();
}

/** A part of this version's bank; what is no longer there is none. */
const poolInVersion = ({ customerId, versionId }: Pick<DraftPlace, 'customerId' | 'versionId'>, poolId: string | null) =>
  sql<string | null>`(select p.id from question_pool p
    where p.customer_id = ${customerId} and p.version_id = ${versionId} and p.id = ${poolId}::uuid)`;

export type ImageFile = { id: string; name: string };

/** Images in the customer's course material, newest first. */
export function listImages(tx: Tx, customerId: string): Promise<ImageFile[]> {
  return tx
    .selectFrom('file')
    .select(['id', 'name'])
    .where('customer_id', '=', customerId)
    .where('type', 'in', ['image/jpeg', 'image/png', 'image/webp', 'image/avif'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Puts the questions of one page in this order. */
export async function updateQuestionPositions(tx: Tx, { customerId, versionId }: DraftPlace, ids: readonly string[]): Promise<void> {
  await sql`
    update question q set position = o.position
    from unnest(${ids}::uuid[]) with ordinality as o(id, position)
    where q.customer_id = ${customerId} and q.version_id = ${versionId} and q.id = o.id`.execute(tx);
}
