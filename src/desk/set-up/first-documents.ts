import type { Tx } from '../../platform/database.ts';
import type { Register } from '../../platform/register.ts';
import { publishDocuments } from '../../privacy/index.ts';
import { insertDocument } from './set-up.queries.ts';
import type { NewDocument } from './new-document.ts';
import { termsEn, termsSv } from './texts/terms.ts';

/** The texts that a new installation begins with. */
export const firstDocuments: NewDocument[] = [{ kind: 'terms', version: 1, textSv: termsSv, textEn: termsEn }];

/** Publishes the first texts of an installation whose operator has been named: the terms, and all that is made from the map. */
export async function publishFirstDocuments(tx: Tx, at: Date, register: Register = []): Promise<void> {
  for (const document of firstDocuments) await insertDocument(tx, document, at);
  await publishDocuments(tx, register, at);
}
