import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

/** A warning, and one that has been appealed: support decided it, so the management is to answer. */
export async function addTermsDecisions(tx: Tx, students: readonly string[], now: Date): Promise<void> {
  const [first, second] = students;
  const support = await tx.selectFrom('operator_staff').select('account_id').where('role', '=', 'support').executeTakeFirst();
  if (!first || !second || !support) return;
  const decision = (accountId: string, at: Date) => ({
    account_id: accountId,
    kind: 'warning',
    client_id: randomUUID(),
    decided_by: support.account_id,
    decided_at: at,
    appeal_until: addDays(at, 30),
  });
  await tx
    .insertInto('terms_decision')
    .values([
      {
        ...decision(first, addDays(now, -20)),
        rule: 'Punkt 5: dina inloggningsuppgifter',
        reason: 'Kontot har använts av flera personer samtidigt.',
      },
      {
        ...decision(second, addDays(now, -6)),
        rule: 'Punkt 6: hur du skriver till andra',
        reason: 'Fyra meddelanden i korrespondensen den här månaden var grovt förolämpande.',
        appeal: 'Min bror satt vid min dator. Jag har bett om ursäkt och bytt lösenord.',
        appealed_at: addDays(now, -2),
      },
    ])
    .execute();
}
