import type { Tx } from '../platform/database.ts';
import type { Operator } from '../platform/visit.ts';
import { findLatestDocument, findOperator, insertDocument } from './desk.queries.ts';
import { hashOf, type NewDocument } from './new-document.ts';
import { policyText } from './texts/privacy-policy.ts';
import { termsEn, termsSv } from './texts/terms.ts';

/** The texts that a new installation begins with. */
export const firstDocuments: NewDocument[] = [{ kind: 'terms', version: 1, textSv: termsSv, textEn: termsEn }];

/** Publishes the first texts of an installation whose operator has been named. */
export async function publishFirstDocuments(tx: Tx, at: Date): Promise<void> {
  for (const document of firstDocuments) await insertDocument(tx, document, at);
  await publishPrivacyPolicy(tx, at);
}

/** The policy follows the data map: where it says something new, that is a new version with its own date. */
export async function publishPrivacyPolicy(tx: Tx, at: Date): Promise<void> {
  const operator = await findOperator(tx);
  if (!operator) return;
  const latest = await findLatestDocument(tx, 'privacy-policy', at);
  const document = policyDocument(operator, (latest?.version ?? 0) + 1);
  if (latest?.text_hash !== hashOf(document)) await insertDocument(tx, document, at);
}

/** The policy as it reads now. */
export function policyDocument(operator: Operator, version: number): NewDocument {
  return { kind: 'privacy-policy', version, textSv: policyText(operator, 'sv'), textEn: policyText(operator, 'en') };
}
