import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Engine } from './engine.ts';
import { runPlanned } from './run-planned.ts';

type Planned = Pick<Engine, 'erasure' | 'kept'>;
type Needed = { account_id: string; customer_id: string | null };

/** The plan carried out for these people; for any map that has a table of accounts. `spared` are tables that are left for now. */
export async function runSteps(
  tx: Tx,
  engine: Planned,
  accounts: string[],
  addresses: string[],
  spared: readonly string[] = [],
): Promise<Record<string, number>> {
  const needed = await pseudonymsNeeded(tx, engine, accounts);
  // Random, never derived from the person: nothing that is left can be computed back (EDPB 2025).
  const pseudonyms = needed.map((row) => ({ ...row, id: randomUUID() }));
  if (pseudonyms.length > 0) {
    await tx
      .insertInto('account')
      .values(pseudonyms.map(({ id }) => ({ id, kind: 'pseudonym', created_at: sql<Date>`date_trunc('month', app.now())` })))
      .execute();
  }
  const values = [
    accounts,
    addresses,
    pseudonyms.map((row) => row.account_id),
    pseudonyms.map((row) => row.customer_id),
    pseudonyms.map((row) => row.id),
  ];
  const found = await stepsThatFind(tx, engine, accounts, addresses);
  const rows: Record<string, number> = {};
  for (const [place, { table, does }] of engine.erasure.steps.entries()) {
    if (spared.includes(table)) continue;
    const name = `${table} ${does}`;
    rows[name] = (rows[name] ?? 0) + (found?.has(place) === false ? 0 : await runStep(tx, engine, place, values));
  }
  return rows;
}

async function pseudonymsNeeded(tx: Tx, { kept, erasure }: Planned, accounts: string[]): Promise<Needed[]> {
  const needed = kept
    ? sql<Needed>`select account_id, customer_id from engine.pseudonyms_needed(${accounts}::uuid[])`.execute(tx)
    : runPlanned<Needed>(tx, erasure.pseudonymsNeeded, [accounts]);
  return (await needed).rows;
}

/**
 * Which steps have anything to do, asked of the database at once. What leads to a person by a foreign key cannot come after that:
 * the account is locked.
 */
async function stepsThatFind(tx: Tx, { kept }: Planned, accounts: string[], addresses: string[]): Promise<Set<number> | undefined> {
  if (!kept) return undefined;
  const found = sql<{ steps: number[] }>`select engine.erasure_finds(${accounts}::uuid[], ${addresses}::text[]) as steps`;
  return new Set((await found.execute(tx)).rows[0]!.steps);
}

async function runStep(tx: Tx, { kept, erasure }: Planned, place: number, values: unknown[]): Promise<number> {
  if (!kept) return Number((await runPlanned(tx, erasure.steps[place]!.sql, values)).numAffectedRows ?? 0n);
  const [accounts, addresses, ofAccounts, ofCustomers, pseudonyms] = values;
  const { rows } = await sql<{ rows: number }>`select engine.erasure_step(${accounts}::uuid[], ${addresses}::text[],
    ${ofAccounts}::uuid[], ${ofCustomers}::uuid[], ${pseudonyms}::uuid[], ${place}::integer) as rows`.execute(tx);
  return rows[0]!.rows;
}
