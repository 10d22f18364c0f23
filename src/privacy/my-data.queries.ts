import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export function findOwnAccount(tx: Tx, accountId: string) {
  return tx
    .selectFrom('account')
    .select(['id', 'email', 'given_name', 'family_name', 'language', 'closed_at', 'erase_due_at', 'erase_warned_at'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** The latest looks at whoever acts: when, at which customer (or at the operator's own desk), what and why; never by which person (C-579/21). */
export async function listLooks(tx: Tx, limit: number) {
  const { rows } = await sql<{ at: Date; unit: string | null; purpose: string; fields: string[] }>`
    select * from app.own_looks(${limit})`.execute(tx);
  return rows;
}

export async function rectifyAccount(
  tx: Tx,
  accountId: string,
  values: { given_name: string; family_name: string; language: 'sv' | 'en' },
): Promise<void> {
  await tx.updateTable('account').set(values).where('id', '=', accountId).execute();
}
