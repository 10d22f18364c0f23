import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** Whom an erasure is about: the address of today, and every other that a supplier may still know them by. */
export type Leaving = { id: string; email: string | null; erasure_id: string; former: string[] };
export type Remaining = { outbox?: string[]; attachments?: string[]; exports?: string[]; keyring?: string | null };

export async function startErasures(tx: Tx, accounts: string[], way: string, at: Date, due: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.start_erasures(${accounts}::uuid[], ${way}, ${at}, ${due}) as id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Locks what others hang on, then the people; whom a hold keeps is shut and not given. */
export async function beginErasing(tx: Tx, erasureIds: string[], at: Date): Promise<Leaving[]> {
  return (await sql<Leaving>`select id, email, erasure_id, former from app.begin_erasing(${erasureIds}::uuid[], ${at})`.execute(tx)).rows;
}

/** Takes their mails out of the queue. Gives these, and the customers' files that tell of them. */
export async function takeFromQueue(tx: Tx, accounts: string[], addresses: string[]): Promise<{ mails: string[]; exports: string[] }> {
  const { rows } = await sql<{ mails: string[]; exports: string[] }>`
    select mails, exports from app.take_from_queue(${accounts}::uuid[], ${addresses}::text[])`.execute(tx);
  return rows[0]!;
}

export type FileGoing = { store: 'attachments' | 'exports'; key: string };

/** Asked before the rows go: afterwards nothing leads to the files. */
export async function filesOf(tx: Tx, accounts: string[], addresses: string[]): Promise<FileGoing[]> {
  const text = sql<FileGoing>`select store, key from engine.files_of(${accounts}::uuid[], ${addresses}::text[])`;
  return (await text.execute(tx)).rows;
}

/** `keyring` has the sealed lines of each erasure under its id. */
export async function erasedHere(tx: Tx, erasureIds: string[], remaining: object, receipt: object): Promise<void> {
  const [left, told] = [JSON.stringify(remaining), JSON.stringify(receipt)];
  await sql`select app.erased_here(${erasureIds}::uuid[], ${left}::jsonb, ${told}::jsonb)`.execute(tx);
}

export async function erasuresToFinish(tx: Tx, erasureIds: string[]): Promise<{ id: string; remaining: Remaining }[]> {
  const text = sql<{ id: string; remaining: Remaining }>`select id, remaining from app.erasures_to_finish(${erasureIds}::uuid[])`;
  return (await text.execute(tx)).rows;
}

export async function finishErasures(tx: Tx, erasureIds: string[], stores: string[], at: Date, more: object): Promise<void> {
  await sql`select app.finish_erasures(${erasureIds}::uuid[], ${stores}::text[], ${at}, ${JSON.stringify(more)}::jsonb)`.execute(tx);
}
