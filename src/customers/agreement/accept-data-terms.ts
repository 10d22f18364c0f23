import type { Tx } from '../../platform/database.ts';
import type { Locale } from '../../ui/locale.ts';
import { insertAcceptance, type Acceptance } from './data-terms.queries.ts';
import { dataTerms, dataTermsVersion, plainText, textHash } from './data-terms.ts';

type By = Pick<Acceptance, 'accountId' | 'email' | 'name' | 'title' | 'formFingerprint'>;
type Parties = { customerId: string; agreementId: string; customer: string; operator: string; language: Locale };

/** Keeps the very text that was accepted, who accepted it and when. */
export async function acceptDataTerms(
  tx: Tx,
  { customerId, agreementId, customer, operator, language }: Parties,
  by: By,
  at: Date,
): Promise<void> {
  const terms = dataTerms(language, { customer, operator });
  await insertAcceptance(tx, {
    ...by,
    customerId,
    agreementId,
    version: dataTermsVersion,
    text: plainText(terms),
    textHash: textHash(terms),
    language,
    at,
  });
}
