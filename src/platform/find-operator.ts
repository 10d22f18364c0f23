import type { Tx } from './database.ts';
import type { Operator } from './visit.ts';

/** Who runs the installation; undefined until it has been set up. */
export const findOperator = (tx: Tx): Promise<Operator | undefined> =>
  tx
    .selectFrom('operator')
    .select(['name', 'contact_email as contactEmail', 'dpo_name as dpoName', 'dpo_email as dpoEmail', 'language'])
    .$narrowType<{ language: 'sv' | 'en' }>()
    .executeTakeFirst();
