import type { Tx } from '../platform/database.ts';
import type { Operator } from '../platform/visit.ts';

/** For a job, which has no visit to read it from. */
export function findOperator(tx: Tx): Promise<Operator | undefined> {
  return tx
    .selectFrom('operator')
    .select(['name', 'contact_email as contactEmail', 'dpo_name as dpoName', 'dpo_email as dpoEmail', 'language'])
    .$narrowType<{ language: 'sv' | 'en' }>()
    .executeTakeFirst();
}
