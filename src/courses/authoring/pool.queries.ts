import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace } from './draft.queries.ts';

export type Pool = { id: string; name: string; draw: number; questions: number };

export async function listPools(tx: Tx, { customerId, versionId }: DraftPlace): Promise<Pool[]> {
  const { rows } = await sql<Pool>`
    select p.id, p.name, p.draw, (select count(*) from question q where q.customer_id = p.customer_id and q.pool_id = p.id) as questions
    from question_pool p where p.customer_id = ${customerId} and p.version_id = ${versionId}
    order by p.name collate "sv-x-icu", p.id`.execute(tx);
  return rows;
}

/** The same id is the same part, however often it is sent. */
export async function savePool(tx: Tx, { customerId, versionId }: DraftPlace, pool: Omit<Pool, 'questions'>): Promise<void> {
  await tx
    .insertInto('question_pool')
    .values({ customer_id: customerId, id: pool.id, version_id: versionId, name: pool.name, draw: pool.draw })
    .onConflict((on) =>
      on.columns(['customer_id', 'id']).doUpdateSet({ name: pool.name, draw: pool.draw }).where('question_pool.version_id', '=', versionId),
    )
    .execute();
}

/** The questions of a part that is taken away are always in the test from then on. */
export async function removePool(tx: Tx, { customerId, versionId }: DraftPlace, id: string): Promise<void> {
  await tx
    .deleteFrom('question_pool')
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .execute();
}
