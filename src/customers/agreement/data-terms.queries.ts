import type { Tx } from '../../platform/database.ts';

export type Acceptance = {
  customerId: string;
  agreementId: string;
  version: number;
  text: string;
  textHash: string;
  formFingerprint: string;
  language: 'sv' | 'en';
  at: Date;
  accountId: string | null;
  email: string | null;
  name: string;
  title: string;
};

/** Accepted once for each agreement and version: a second press changes nothing. */
export async function insertAcceptance(tx: Tx, made: Acceptance): Promise<void> {
  await tx
    .insertInto('data_terms_acceptance')
    .values({
      customer_id: made.customerId,
      agreement_id: made.agreementId,
      version: made.version,
      text: made.text,
      text_hash: made.textHash,
      form_fingerprint: made.formFingerprint,
      language: made.language,
      accepted_at: made.at,
      account_id: made.accountId,
      email: made.email,
      name: made.name,
      title: made.title,
    })
    .onConflict((on) => on.columns(['customer_id', 'agreement_id', 'version']).doNothing())
    .execute();
}

export type AcceptanceRow = Awaited<ReturnType<typeof listAcceptances>>[number];

export function listAcceptances(tx: Tx, customerId: string) {
  return tx
    .selectFrom('data_terms_acceptance')
    .select(['agreement_id', 'version', 'text', 'language', 'accepted_at', 'name', 'title', 'account_id'])
    .where('customer_id', '=', customerId)
    .orderBy('accepted_at', 'desc')
    .limit(100)
    .execute();
}
