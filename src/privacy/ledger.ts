import { sql } from 'kysely';
import type { Purpose } from '../../data-map/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';

/**
 * The ledger of choices, field names after ISO/IEC TS 27560: which text, in which version and
 * language, on which form. Consent, acceptance and notice are three different events.
 */
export type Choice = {
  accountId: string;
  language: 'sv' | 'en';
  version: number;
  /** The very words the person met; only their hash is kept. */
  text: string;
  /** What the form looked like: fields, buttons, defaults. */
  form: string;
} & (
  | { event: 'consent'; about: Purpose; state: 'given' | 'withdrawn' }
  | { event: 'acceptance'; about: 'terms'; state: 'accepted' | 'refused' }
  | { event: 'notice'; about: string; state: 'served' }
);

export async function recordChoice(tx: Tx, clock: Clock, choice: Choice): Promise<void> {
  await tx
    .insertInto('ledger')
    .values({
      account_id: choice.accountId,
      event: choice.event,
      about: choice.about,
      state: choice.state,
      version: choice.version,
      ...proofOf(choice),
      language: choice.language,
      at: clock.now(),
    })
    .execute();
}

/** Of what was read and on which form: their digests, which is all that proof needs. */
export const proofOf = ({ text, form }: Pick<Choice, 'text' | 'form'>) => ({
  text_hash: sha256(text).toString('hex'),
  form_fingerprint: sha256(form).toString('hex').slice(0, 16),
});

/** Whether the person consents to this now. Withdrawing stops the processing at once (Art. 7(3)). */
export async function consentsTo(tx: Tx, accountId: string, purpose: Purpose): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`select app.consents(${accountId}, ${purpose}) as given`.execute(tx);
  return rows[0]?.given ?? false;
}
