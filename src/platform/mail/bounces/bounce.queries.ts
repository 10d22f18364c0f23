import { sql } from 'kysely';
import type { Tx } from '../../database.ts';

/** A mail that was sent, held until what came back of it has been written down. */
export function lockSent(tx: Tx, mailId: string) {
  return tx
    .selectFrom('mail')
    .leftJoin('account', 'account.id', 'mail.account_id')
    .select(['mail.id', 'mail.account_id as accountId', 'mail.template', 'mail.about', 'mail.bounces'])
    .select(sql<string | null>`coalesce(mail.address, account.email)`.as('address'))
    .where('mail.id', '=', mailId)
    .where('mail.state', '=', 'sent')
    .forUpdate('mail')
    .executeTakeFirst();
}

export async function updateReturned(tx: Tx, mailId: string, values: { state: string; problem: string; bounces: number }): Promise<void> {
  await tx.updateTable('mail').set(values).where('id', '=', mailId).execute();
}

type Returned = { address: string; status: string; at: Date; until: Date; mostBounces: number; stop: boolean };

/** Counts it against the address. True when nothing more should be sent there unasked. */
export async function countBounce(tx: Tx, { address, status, at, until, mostBounces, stop }: Returned): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    insert into bounced_address as b (address, bounces, status, bounced_at, stopped_at, due_at)
    values (${address}, 1, ${status}, ${at}, ${stop ? at : null}, ${until})
    on conflict (address) do update set bounces = b.bounces + 1, status = excluded.status, bounced_at = excluded.bounced_at,
      due_at = excluded.due_at,
      stopped_at = coalesce(b.stopped_at, excluded.stopped_at, case when b.bounces + 1 >= ${mostBounces} then excluded.bounced_at end)
    returning stopped_at is not null as stopped`.execute(tx);
  return rows[0]!.stopped;
}

/** Whoever has just answered from it has shown that it works. */
export async function forgetBounces(tx: Tx, address: string): Promise<void> {
  await tx.deleteFrom('bounced_address').where('address', '=', address).execute();
}

export async function hasBounced(tx: Tx, address: string): Promise<boolean> {
  const found = await tx
    .selectFrom('bounced_address')
    .select('address')
    .where('address', '=', address)
    .where('stopped_at', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}
