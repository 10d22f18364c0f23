import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Operator } from '../../platform/visit.ts';
import { hashOf, type NewDocument } from './new-document.ts';

export async function insertDocument(tx: Tx, document: NewDocument, at: Date): Promise<void> {
  const { kind, version, text, own } = document;
  const texts = { text_sv: text.sv, text_en: text.en, own_sv: own.sv, own_en: own.en };
  await tx
    .insertInto('document_version')
    .values({ kind, version, ...texts, text_hash: hashOf(document), in_force_at: at })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** There is one operator. False when someone else has named it in the meantime. */
export async function insertOperator(tx: Tx, operator: Operator): Promise<boolean> {
  const inserted = await tx
    .insertInto('operator')
    .values({
      name: operator.name,
      contact_email: operator.contactEmail,
      dpo_name: operator.dpoName,
      dpo_email: operator.dpoEmail,
      language: operator.language,
      set_up_at: sql<Date>`app.now()`,
    })
    .onConflict((on) => on.doNothing())
    .returning('only_one')
    .executeTakeFirst();
  return inserted !== undefined;
}
