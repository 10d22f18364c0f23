import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Result = {
  proof: string;
  day: Date;
  computed_at: Date;
  holds: boolean;
  held_last: boolean;
  figures: Record<string, number | string>;
};

/** One row a day: it holds for the day only while it has held every time. */
export async function saveResult(tx: Tx, result: { proof: string; at: Date; holds: boolean; figures: object; dueAt: Date }): Promise<void> {
  const { proof, at, holds, figures, dueAt } = result;
  await tx
    .insertInto('proof_result')
    .values({
      proof,
      day: sql<Date>`(${at}::timestamptz at time zone 'Europe/Stockholm')::date`,
      computed_at: at,
      holds,
      held_last: holds,
      figures: JSON.stringify(figures),
      due_at: dueAt,
    })
    .onConflict((on) =>
      on.columns(['proof', 'day']).doUpdateSet((set) => ({
        computed_at: set.ref('excluded.computed_at'),
        holds: sql<boolean>`proof_result.holds and excluded.holds`,
        held_last: set.ref('excluded.held_last'),
        figures: set.ref('excluded.figures'),
        due_at: set.ref('excluded.due_at'),
      })),
    )
    .execute();
}

const columns = ['proof', 'day', 'computed_at', 'holds', 'held_last', 'figures'] as const;

/** The latest answer of each proof. */
export async function listLatest(tx: Tx): Promise<Result[]> {
  return (await tx
    .selectFrom('proof_result')
    .distinctOn('proof')
    .select(columns)
    .orderBy('proof')
    .orderBy('day', 'desc')
    .execute()) as Result[];
}

/** The days of one proof, newest first. */
export async function listDays(tx: Tx, proof: string, limit: number): Promise<Result[]> {
  return (await tx
    .selectFrom('proof_result')
    .select(columns)
    .where('proof', '=', proof)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()) as Result[];
}

/** True when the fault is new: then it is told, and only then. */
export async function openFault(tx: Tx, proof: string, since: Date): Promise<boolean> {
  const opened = await tx
    .insertInto('proof_fault')
    .values({ proof, since })
    .onConflict((on) => on.doNothing())
    .returning('proof')
    .executeTakeFirst();
  return opened !== undefined;
}

/** True when there was a fault: then it is told that it is mended. */
export async function closeFault(tx: Tx, proof: string): Promise<boolean> {
  const closed = await tx.deleteFrom('proof_fault').where('proof', '=', proof).returning('proof').executeTakeFirst();
  return closed !== undefined;
}

export function listFaults(tx: Tx): Promise<{ proof: string; since: Date }[]> {
  return tx.selectFrom('proof_fault').select(['proof', 'since']).orderBy('since').execute();
}
