import { findOperator } from '../../platform/find-operator.ts';
import type { Tx } from '../../platform/database.ts';
import type { Register } from '../../platform/register.ts';
import { publishDocuments, withFrame } from '../../privacy/index.ts';
import { insertDocument } from './set-up.queries.ts';
import { firstTerms } from './texts/terms.ts';

/** Publishes the first texts of an installation whose operator has been named: the terms, and all that is made from the map. */
export async function publishFirstDocuments(tx: Tx, at: Date, register: Register = []): Promise<void> {
  const operator = await findOperator(tx);
  if (operator) await insertDocument(tx, { kind: 'terms', version: 1, text: withFrame(firstTerms, operator), own: firstTerms }, at);
  await publishDocuments(tx, register, at);
}
