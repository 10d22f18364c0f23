import { sql } from 'kysely';
import { addMonths } from '../../platform/clock.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMails } from '../../platform/mail/post-mail.ts';

export const warnTask = 'warn-before-erasure';
const batch = 500;

/**
 * E-20: a month before a closed account becomes nobody its owner is told by mail, with the way back. The mark and the mail are one
 * transaction, so that each is warned once, however often and wherever this runs. Gives how many were warned.
 */
export async function warnBeforeErasure(house: House): Promise<number> {
  for (let warned = 0; ;) {
    const told = await house.database.transaction(acrossCustomers('mail'), (tx) => warnSome(tx, house));
    warned += told;
    if (told < batch) return warned;
  }
}

async function warnSome(tx: Tx, { clock }: House): Promise<number> {
  const now = clock.now();
  // Whom a hold keeps is shut, not leaving: their time is not out on that day.
  const { rows } = await sql<{ id: string; language: 'sv' | 'en' }>`
    update account set erase_warned_at = ${now} where id in (
      select id from account where closed_at is not null and erase_warned_at is null and email is not null
        and erase_due_at > ${now} and erase_due_at <= ${addMonths(now, 1)}
      order by erase_due_at limit ${batch} for update skip locked)
    returning id, language`.execute(tx);
  await postMails(
    tx,
    clock,
    rows.map(({ id, language }) => ({ to: { accountId: id }, template: 'erasure-coming', language })),
  );
  return rows.length;
}
