import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Engine } from './engine.ts';
import type { ErasurePlan } from './erasure-plan.ts';
import { runPlanned } from './run-planned.ts';

type Planned = Pick<Engine, 'erasure' | 'kept'>;
type Needed = { account_id: string; customer_id: string | null };

/** The plan carried out for these people; for any map that has a table of accounts. `spared` are tables that are left for now. */
export async function runSteps(
  tx: Tx,
  { erasure, kept }: Planned,
  accounts: string[],
  addresses: string[],
  spared: readonly string[] = [],
): Promise<Record<string, number>> {
  if (!kept) return runTexts(tx, erasure, accounts, addresses, spared);
  const done = sql<{ rows: string[] }>`
    select app.run_erasure(${accounts}::uuid[], ${addresses}::text[], ${[...spared]}::text[]) as rows`;
  return namedRows(erasure, (await done.execute(tx)).rows[0]!.rows, spared);
}

/** What a receipt says: for each table and what was done there, how many rows. */
export function namedRows(
  { steps }: ErasurePlan,
  counts: readonly (number | string)[],
  spared: readonly string[] = [],
): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const [place, { table, does }] of steps.entries()) {
    if (spared.includes(table)) continue;
    const name = `${table} ${does}`;
    rows[name] = (rows[name] ?? 0) + Number(counts[place] ?? 0);
  }
  return rows;
}

/** Statement by statement from the texts, as a map without functions in the database has to. */
async function runTexts(
  tx: Tx,
  erasure: ErasurePlan,
  accounts: string[],
  addresses: string[],
  spared: readonly string[],
): Promise<Record<string, number>> {
  const needed = await runPlanned<Needed>(tx, erasure.pseudonymsNeeded, [accounts]);
  // Random, never derived from the person: nothing that is left can be computed back (EDPB 2025).
  const pseudonyms = needed.rows.map((row) => ({ ...row, id: randomUUID() }));
  if (pseudonyms.length > 0) {
    await tx
      .insertInto('account')
      .values(pseudonyms.map(({ id }) => ({ id, kind: 'pseudonym', created_at: sql<Date>`date_trunc('month', app.now())` })))
      .execute();
  }
  const ids = (of: 'account_id' | 'customer_id' | 'id') => pseudonyms.map((row) => row[of]);
  const values = [accounts, addresses, ids('account_id'), ids('customer_id'), ids('id')];
  const counts: number[] = [];
  for (const { table, sql: text } of erasure.steps)
    counts.push(spared.includes(table) ? 0 : Number((await runPlanned(tx, text, values)).numAffectedRows ?? 0n));
  return namedRows(erasure, counts, spared);
}
