import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

const kind = 'remove-enquiries';

export async function insertRemoval(tx: Tx, removal: { id: string; email: string; at: Date; expiresAt: Date }): Promise<void> {
  const { id, email, at, expiresAt } = removal;
  await tx.insertInto('challenge').values({ id, kind, email, created_at: at, expires_at: expiresAt }).execute();
}

/** The address that a removal link was sent to, while the link holds. */
export async function findRemovalAddress(tx: Tx, id: string, now: Date): Promise<string | undefined> {
  const found = await tx
    .selectFrom('challenge')
    .select('email')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found?.email ?? undefined;
}

/** Dates and kinds only: enough to know what goes. */
export function listSent(tx: Tx, email: string) {
  return tx
    .selectFrom('enquiry')
    .select(['kind', 'created_at', 'due_at'])
    .where('email', '=', email)
    .unionAll(
      tx
        .selectFrom('newsletter_subscriber')
        .select([sql<string>`'newsletter'`.as('kind'), 'asked_at as created_at', 'due_at'])
        .where('email', '=', email),
    )
    .orderBy('created_at')
    .$narrowType<{ kind: 'question' | 'quote' | 'dpo' | 'newsletter' }>()
    .execute();
}

export type SentRow = Awaited<ReturnType<typeof listSent>>[number];

export async function deleteSentFrom(tx: Tx, email: string): Promise<void> {
  await tx.deleteFrom('newsletter_subscriber').where('email', '=', email).execute();
  await tx.deleteFrom('enquiry').where('email', '=', email).execute();
}

/** Mail from the address that has not reached its case yet. */
export async function deleteInboundMail(tx: Tx, email: string): Promise<void> {
  await tx.deleteFrom('inbound_mail').where('from_address', '=', email).execute();
}

export async function deleteRemovalsOf(tx: Tx, email: string): Promise<void> {
  await tx.deleteFrom('challenge').where('email', '=', email).where('kind', '=', kind).execute();
}

/** The mails to this address, and those to the desk that point at its enquiries, with their jobs. Gives the mails' ids. */
export async function deleteMailsAbout(tx: Tx, email: string, templates: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from mail where template = any(${templates}) and (address = ${email}
      or about ->> 'enquiryId' in (select id::text from enquiry where email = ${email}))
    returning id`.execute(tx);
  for (const { id } of rows) await sql`select graphile_worker.remove_job(${`mail ${id}`})`.execute(tx);
  return rows.map(({ id }) => id);
}
