import { sql, type CompiledQuery } from 'kysely';
import { acrossCustomers, type Database, type Tx } from '../platform/database.ts';

/** Whom an erasure is about: the address of today, and every other that a supplier may still know them by. */
export type Leaving = { id: string; email: string | null; erasure_id: string; former: string[] };
export type Remaining = { outbox?: string[]; attachments?: string[]; exports?: string[]; keyring?: string | null };
/** The mails and files that are to go outside the database, and how many rows each step touched. */
export type Erased = { people: Leaving[]; mails: string[]; exports: string[]; attachments: string[]; rows: string[] };

/** One statement, one round trip, one transaction. */
async function alone<Row>(database: Database, statement: (build: Tx) => CompiledQuery<Row>): Promise<Row[]> {
  const [rows] = await database.atOnce(acrossCustomers('erasure'), [statement(database.build)]);
  return rows as Row[];
}

/** Ids travel with others as one text. */
const listed = (ids: string[]): string => `{${ids.join(',')}}`;

export async function startErasures(database: Database, accounts: string[], way: string, at: Date, due: Date): Promise<string[]> {
  const text = sql<{ id: string }>`select id from app.start_erasures(${listed(accounts)}::uuid[], ${way}, ${at}, ${due}) as id`;
  return (await alone(database, (build) => text.compile(build))).map(({ id }) => id);
}

/**
 * Locks what others hang on, then the people; whom a hold keeps is shut and not given. Of all others everything in the database goes.
 * Undefined where nobody is left.
 */
export async function erasePeople(tx: Tx, erasureIds: string[], at: Date): Promise<Erased | undefined> {
  const text = sql<Erased>`select people, mails, exports, attachments, rows from app.erase_people(${erasureIds}::uuid[], ${at})`;
  return (await text.execute(tx)).rows[0];
}

/** `keyring` has the sealed lines of each erasure under its id. */
export async function erasedHere(tx: Tx, erasureIds: string[], remaining: object, receipt: object): Promise<void> {
  const [left, told] = [JSON.stringify(remaining), JSON.stringify(receipt)];
  await sql`select app.erased_here(${erasureIds}::uuid[], ${left}::jsonb, ${told}::jsonb)`.execute(tx);
}

export function erasuresToFinish(database: Database, erasureIds: string[]): Promise<{ id: string; remaining: Remaining }[]> {
  const text = sql<{ id: string; remaining: Remaining }>`select id, remaining from app.erasures_to_finish(${listed(erasureIds)}::uuid[])`;
  return alone(database, (build) => text.compile(build));
}

export async function finishErasures(database: Database, erasureIds: string[], stores: string[], at: Date, more: object): Promise<void> {
  const text = sql`select app.finish_erasures(${listed(erasureIds)}::uuid[], ${listed(stores)}::text[], ${at}, ${JSON.stringify(more)}::jsonb)`;
  await alone(database, (build) => text.compile(build));
}
