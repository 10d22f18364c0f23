import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export function findOwnAccount(tx: Tx, accountId: string) {
  return tx
    .selectFrom('account')
    .select(['id', 'email', 'given_name', 'family_name', 'language', 'closed_at', 'erase_due_at', 'erase_warned_at'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** The latest looks at this person: when, at which customer (or at the operator's own desk), what and why; never by which person (C-579/21). */
export async function listLooks(tx: Tx, accountId: string, limit: number) {
  const { rows } = await sql<{ at: Date; unit: string | null; purpose: string; fields: string[] }>`
    select l.at, coalesce(c.name, (select name from operator)) as unit, l.purpose, l.fields
    from access_log_subject s join access_log l on l.id = s.log_id left join customer c on c.id = l.customer_id
    where s.account_id = ${accountId} order by l.at desc, l.id limit ${limit}`.execute(tx);
  return rows;
}

export async function rectifyAccount(
  tx: Tx,
  accountId: string,
  values: { given_name: string; family_name: string; language: 'sv' | 'en' },
): Promise<void> {
  await tx.updateTable('account').set(values).where('id', '=', accountId).execute();
}
