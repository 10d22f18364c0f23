import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { PageOrder } from '../page-order.ts';

/** The courses that the customer keeps to begin others from: for all who write its courses. */
const templates = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('course')
    .select(['id', 'slug', 'title', 'tagline', 'description', 'audience', 'outcomes'])
    .select([sql<'sv' | 'en'>`language`.as('language'), sql<PageOrder>`page_order`.as('pageOrder')])
    .where('customer_id', '=', customerId)
    .where('is_template', '=', true);

const mostTemplates = 200;

export const listTemplates = (tx: Tx, customerId: string) =>
  templates(tx, customerId)
    .orderBy(sql`title collate "sv-x-icu"`)
    .limit(mostTemplates)
    .execute();

export type Template = Awaited<ReturnType<typeof listTemplates>>[number];

export const findTemplate = (tx: Tx, customerId: string, id: string) => templates(tx, customerId).where('id', '=', id).executeTakeFirst();

export async function setTemplate(tx: Tx, customerId: string, courseId: string, isTemplate: boolean): Promise<void> {
  await tx
    .updateTable('course')
    .set({ is_template: isTemplate })
    .where('customer_id', '=', customerId)
    .where('id', '=', courseId)
    .execute();
}
