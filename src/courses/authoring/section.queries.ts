import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace } from './draft.queries.ts';

export type Section = { id: string; position: number; title: string };

export function listSections(tx: Tx, { customerId, versionId }: DraftPlace): Promise<Section[]> {
  return tx
    .selectFrom('course_section')
    .select(['id', 'position', 'title'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
}

export async function insertSection(tx: Tx, { customerId, versionId }: DraftPlace, section: Section): Promise<void> {
  await tx
    .insertInto('course_section')
    .values({ customer_id: customerId, version_id: versionId, ...section })
    .execute();
}

export async function renameSection(tx: Tx, { customerId, versionId }: DraftPlace, id: string, title: string): Promise<void> {
  await tx
    .updateTable('course_section')
    .set({ title })
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .execute();
}

export async function deleteSection(tx: Tx, { customerId, versionId }: DraftPlace, id: string): Promise<void> {
  await tx
    .deleteFrom('course_section')
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .execute();
}

export async function updateSectionPositions(tx: Tx, { customerId, versionId }: DraftPlace, ids: readonly string[]): Promise<void> {
  await sql`
    update course_section s set position = o.position
    from unnest(${ids}::uuid[]) with ordinality as o(id, position)
    where s.customer_id = ${customerId} and s.version_id = ${versionId} and s.id = o.id`.execute(tx);
}
